package org.gradus.learn.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * The classes of a column: their names in order, each with its index.
 *
 * <pre>
 *   setosa, virginica, setosa, versicolor        names    [setosa, versicolor, virginica]
 *                                                indices  [0, 2, 0, 1]
 * </pre>
 *
 * <p>Names are sorted as text, and as numbers where all are integers: 2 before 10. So the indices
 * do not depend on the order of the rows. Cells of different text are different classes.
 */
// [impl->learn~classes~1]
public final class Classes {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final int FEWEST = 2;

  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();

  private Classes(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      indices.put(names.get(i), i);
    }
  }

  /**
   * Finds the classes of a column.
   *
   * @throws DataException if there is no such column, a cell of it is empty, or there are fewer
   *     than two classes
   */
  public static Classes of(Table table, String column) {
    return of(" of column \"%s\" of %s".formatted(column, table.source()), cells(table, column));
  }

  /**
   * Finds the classes that labels name.
   *
   * @param labels one a sample
   * @throws DataException if there are fewer than two classes
   */
  public static Classes of(List<String> labels) {
    return of("", labels);
  }

  private static Classes of(String source, List<String> labels) {
    List<String> names = new ArrayList<>(labels.stream().distinct().toList());
    if (names.size() < FEWEST) {
      throw DataException.tooFewClasses(source, names);
    }
    boolean numbers = names.stream().allMatch(name -> INTEGER.matcher(name).matches());
    Comparator<String> byText = Comparator.naturalOrder();
    names.sort(
        numbers
            ? Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(byText)
            : byText);
    return new Classes(names);
  }

  private static List<String> cells(Table table, String column) {
    List<String> cells = table.text(column);
    int empty = cells.indexOf("");
    if (empty >= 0) {
      throw DataException.noClassInCell(table.source(), column, table.line(empty));
    }
    return cells;
  }

  /** Lists the names in the order of the indices. */
  public List<String> names() {
    return names;
  }

  /** Counts the classes, C. */
  public int count() {
    return names.size();
  }

  /**
   * Returns the index of the class of each row.
   *
   * @throws DataException if there is no such column, a cell of it is empty, or names a class that
   *     is none of these
   */
  public IndexTensor indices(Table table, String column) {
    return indices(cells(table, column));
  }

  /**
   * Returns the index of each label.
   *
   * @throws DataException if a label is none of these classes
   */
  public IndexTensor indices(List<String> labels) {
    return IndexTensor.of(labels.stream().mapToInt(this::index).toArray());
  }

  private int index(String label) {
    Integer index = indices.get(label);
    if (index == null) {
      throw DataException.noSuchClass(label, names);
    }
    return index;
  }

  /**
   * Returns the name of each index: the way back.
   *
   * @throws DataException if an index is not from 0 to C − 1
   */
  public List<String> labels(IndexTensor indices) {
    requireClasses(indices);
    List<String> labels = new ArrayList<>(indices.size());
    for (int i = 0; i < indices.size(); i++) {
      labels.add(names.get(indices.at(i)));
    }
    return labels;
  }

  /**
   * Returns a row of zeros with a single 1 for each index.
   *
   * <pre>
   *   h[i, c] = 1 if y[i] = c, else 0        y: [n]   h: [n, C]
   * </pre>
   *
   * @throws DataException if an index is not from 0 to C − 1
   */
  public Tensor oneHot(IndexTensor indices) {
    requireClasses(indices);
    double[] values = new double[indices.size() * count()];
    for (int i = 0; i < indices.size(); i++) {
      values[i * count() + indices.at(i)] = 1;
    }
    return Tensor.of(values).reshape(indices.size(), count());
  }

  private void requireClasses(IndexTensor indices) {
    for (int i = 0; i < indices.size(); i++) {
      if (indices.at(i) < 0 || indices.at(i) >= count()) {
        throw DataException.noSuchClass(indices.at(i), names);
      }
    }
  }

  @Override
  public String toString() {
    return "Classes" + names;
  }
}
