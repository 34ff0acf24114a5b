package org.gradus.learn.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Named columns of text cells.
 *
 * <pre>
 *   sepal_length,species        names  [sepal_length, species]
 *   5.1,setosa                  row 0, line 2
 *   4.9,setosa                  row 1, line 3
 * </pre>
 *
 * <p>The file is CSV after RFC 4180 in UTF-8, plain or packed by gzip, which its bytes tell: commas
 * between cells, quotes around a cell that contains a comma, a quote or a line break, the column
 * names as header in the first line. A byte order mark and line ends of any system are taken; blank
 * lines are skipped; white space around a cell is dropped. Rows count from 0, lines of the file
 * from 1.
 */
// [impl->learn~table~1]
public final class Table {

  private final String source;
  private final List<String> names;
  private final List<List<String>> rows;
  private final int[] lines;

  Table(String source, List<String> names, List<List<String>> rows, int[] lines) {
    this.source = source;
    this.names = List.copyOf(names);
    this.rows = List.copyOf(rows);
    this.lines = lines.clone();
  }

  /**
   * Reads a CSV file.
   *
   * @throws DataException if the file is missing, a folder, empty, not UTF-8, separated by
   *     semicolons or tabs, or has an open quote, a column without a name, two columns of one name,
   *     numbers alone in its header, no row, or a row of another length than its header
   */
  public static Table read(Path file) {
    return TableReader.read(file);
  }

  /** Names the file as it was given. */
  public String source() {
    return source;
  }

  /** Lists the column names in the order of the file. */
  public List<String> names() {
    return names;
  }

  /** Counts the rows. */
  public int rowCount() {
    return rows.size();
  }

  /**
   * Tells the line of the file on which a row begins.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int line(int row) {
    return lines[row];
  }

  /**
   * Returns a column as text, one cell a row.
   *
   * @throws DataException if there is no such column
   */
  public List<String> text(String name) {
    int column = column(name);
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /**
   * Asks whether most of the cells that are not empty spell a number.
   *
   * <p>Most, not all: one bad cell makes {@link #numbers} fail and name it, rather than make a
   * column of numbers pass for text and be left out in silence. NaN and Infinity spell numbers.
   *
   * @throws DataException if there is no such column
   */
  public boolean columnIsNumeric(String name) {
    List<String> filled = text(name).stream().filter(cell -> !cell.isEmpty()).toList();
    return 2 * filled.stream().filter(NumberCell::spellsNumber).count() > filled.size();
  }

  /** Lists the names of the numeric columns in the order of the file. */
  public List<String> numericNames() {
    return names.stream().filter(this::columnIsNumeric).toList();
  }

  /**
   * Returns a column as numbers, one value a row.
   *
   * @throws DataException if there is no such column, or a cell of it is empty, is no decimal
   *     number, or spells one that is not finite (NaN, Infinity, 1e999)
   */
  public double[] numbers(String name) {
    List<String> cells = text(name);
    double[] values = new double[cells.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = number(name, row, cells.get(row));
    }
    return values;
  }

  /**
   * Returns columns as numbers, in the order asked for.
   *
   * <pre>
   *   X[i][j] = value of column names[j] in row i        X: [rows, columns]
   * </pre>
   *
   * @throws DataException under the conditions of {@link #numbers}
   */
  public double[][] matrix(List<String> names) {
    double[][] matrix = new double[rowCount()][names.size()];
    for (int j = 0; j < names.size(); j++) {
      double[] column = numbers(names.get(j));
      for (int i = 0; i < column.length; i++) {
        matrix[i][j] = column[i];
      }
    }
    return matrix;
  }

  /**
   * Demands a number of rows and returns this table.
   *
   * @param purpose what the rows are for, an imperative: "fit a line"
   * @throws DataException if there are fewer rows
   */
  public Table requireRows(int fewest, String purpose) {
    if (rowCount() < fewest) {
      throw DataException.tooFewRows(source, purpose, fewest, rowCount());
    }
    return this;
  }

  private double number(String name, int row, String cell) {
    if (cell.isEmpty()) {
      throw DataException.emptyCell(source, name, lines[row]);
    }
    if (!NumberCell.spellsNumber(cell)) {
      throw DataException.notNumber(source, name, lines[row], cell);
    }
    if (NumberCell.isNotFinite(cell)) {
      throw DataException.notFinite(source, name, lines[row], cell);
    }
    return Double.parseDouble(cell);
  }

  private int column(String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw DataException.noSuchColumn(source, name, names);
    }
    return column;
  }
}
