package org.gradus.learn.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * Counts of samples by their true class and the class that a model names.
 *
 * <pre>
 *   m[t, p] = |{i : y[i] = t, argmaxⱼ s[i, j] = p}|        row: true class   column: predicted class
 *   precision(c) = m[c, c] / Σₜ m[t, c]        of those called c, the share that is c
 *   recall(c)    = m[c, c] / Σₚ m[c, p]        of those that are c, the share called c
 *   F₁(c)        = 2·m[c, c] / (Σₜ m[t, c] + Σₚ m[c, p])        the harmonic mean of both
 * </pre>
 *
 * <p>A share of no sample is 0/0, NaN: of a class that was never named, nothing can be said about
 * how precisely it is.
 */
// [impl->learn~confusion-matrix~1]
public final class ConfusionMatrix {

  /** Width of a column of shares, in characters. */
  private static final int SHARE = 9;

  private final List<String> names;
  private final long[][] counts;

  private ConfusionMatrix(List<String> names) {
    this.names = List.copyOf(names);
    this.counts = new long[names.size()][names.size()];
  }

  /**
   * Return counts that are zero, of classes named by their indices.
   *
   * @param classes C, a count
   * @throws IllegalArgumentException if there is no class
   */
  public static ConfusionMatrix of(int classes) {
    return of(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  /**
   * Return counts that are zero, of named classes.
   *
   * @param names the names of the classes, in the order of their indices
   * @throws IllegalArgumentException if there is no class
   */
  public static ConfusionMatrix of(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("confusion matrix: there must be at least one class");
    }
    return new ConfusionMatrix(names);
  }

  /**
   * Count the samples of a batch, each for the class of its largest score.
   *
   * @param scores logits or probabilities, [n, C]
   * @param classes true classes from 0 to C − 1, [n]
   * @throws org.gradus.tensor.ShapeException if there is no sample, or there is not one class for
   *     each row of scores
   * @throws IndexOutOfBoundsException if a class is out of range
   * @throws IllegalArgumentException if there are not as many scores a row as classes here
   */
  public void add(Tensor scores, IndexTensor classes) {
    Answers answers = Answers.of("confusion matrix", scores, classes);
    if (answers.classes() != names.size()) {
      throw new IllegalArgumentException(
          "confusion matrix: there must be one score a class\n  classes  %d\n  scores   %d"
              .formatted(names.size(), answers.classes()));
    }
    for (int i = 0; i < answers.size(); i++) {
      counts[answers.truth().at(i)][answers.predicted().at(i)]++;
    }
  }

  /**
   * Count one sample.
   *
   * @param truth its class
   * @param predicted the class that was named
   * @throws IndexOutOfBoundsException if a class is out of range
   */
  public void add(int truth, int predicted) {
    Answers.requireClass("confusion matrix", truth, names.size());
    Answers.requireClass("confusion matrix", predicted, names.size());
    counts[truth][predicted]++;
  }

  /** Lists the names of the classes, in the order of their indices. */
  public List<String> names() {
    return names;
  }

  /**
   * Return the number of samples of a true class for which a class was named.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public long count(int truth, int predicted) {
    return counts[truth][predicted];
  }

  /** Return the counts, one row a true class, [C, C]; a copy. */
  public long[][] counts() {
    return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  /** Count the samples. */
  public long total() {
    return IntStream.range(0, names.size()).mapToLong(this::ofClass).sum();
  }

  /** Return the share of samples whose class was named rightly; NaN without samples. */
  public double accuracy() {
    long correct = IntStream.range(0, names.size()).mapToLong(c -> counts[c][c]).sum();
    return (double) correct / total();
  }

  /**
   * Return the share that is c of the samples called c; NaN where none was.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double precision(int c) {
    return (double) counts[c][c] / called(c);
  }

  /**
   * Return the share called c of the samples that are c; NaN where none is.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double recall(int c) {
    return (double) counts[c][c] / ofClass(c);
  }

  /**
   * Return the harmonic mean of precision and recall; NaN where no sample is c or was called c.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double f1(int c) {
    return 2.0 * counts[c][c] / (called(c) + ofClass(c));
  }

  private long ofClass(int c) {
    return Arrays.stream(counts[c]).sum();
  }

  private long called(int c) {
    return Arrays.stream(counts).mapToLong(row -> row[c]).sum();
  }

  /** Draw a table: a row for each true class, its counts, and its shares in percent. */
  @Override
  public String toString() {
    int first = Math.max("true".length(), longest(names));
    int width = Math.max(longest(names), Long.toString(total()).length()) + 2;
    var table = new StringBuilder(left("true", first));
    names.forEach(name -> table.append(right(name, width)));
    table.append("  precision   recall       F1\n");
    for (int c = 0; c < names.size(); c++) {
      table.append(left(names.get(c), first));
      for (long count : counts[c]) {
        table.append(right(Long.toString(count), width));
      }
      table
          .append(right(percent(precision(c)), "  precision".length()))
          .append(right(percent(recall(c)), SHARE))
          .append(right(percent(f1(c)), SHARE))
          .append('\n');
    }
    return table
        .append("accuracy ")
        .append(percent(accuracy()))
        .append(" of ")
        .append(total())
        .toString();
  }

  private static int longest(List<String> names) {
    return names.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
