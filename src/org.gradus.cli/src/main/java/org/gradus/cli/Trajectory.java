package org.gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gradus.check.LeastSquares;
import org.gradus.learn.TrainingLog;

/**
 * The path of the coefficients, and beside each point of it where the closed form says it must be.
 *
 * <pre>
 *   w(t) = w* + (I − ηH)ᵗ·(w0 − w*)
 * </pre>
 *
 * <p>Only the descent on all rows follows this law; with smaller batches there is no closed form of
 * the path.
 */
final class Trajectory {

  /**
   * Largest distance that is let pass, relative to the terms of a step, plus {@link #PER_STEP} for
   * each step.
   */
  private static final double TOLERANCE = 1e-12;

  /** A step rounds by a few units of 2⁻⁵³, and in a flat direction what steps round adds up. */
  private static final double PER_STEP = 0x1p-51;

  /** A point of the path with the point of the closed form. */
  private record Pair(TrainingLog.Entry entry, double[] closed) {
    double distance() {
      return Trajectory.distance(entry.w(), closed);
    }
  }

  private final List<TrainingLog.Entry> entries;
  private final List<Pair> pairs;
  private final double scale;

  private Trajectory(List<TrainingLog.Entry> entries, List<Pair> pairs, double scale) {
    this.entries = entries;
    this.pairs = pairs;
    this.scale = scale;
  }

  /** Returns the path of descent on all rows, with the closed form beside it. */
  static Trajectory of(TrainingLog log, LeastSquares squares, double eta, double[] start) {
    List<Pair> pairs = new ArrayList<>();
    double scale = norm(squares.limit(start));
    for (TrainingLog.Entry entry : log.entries()) {
      pairs.add(new Pair(entry, squares.iterate(entry.step(), eta, start)));
      scale = Math.max(scale, norm(entry.w()));
    }
    return new Trajectory(log.entries(), pairs, scale);
  }

  /** Returns the path of descent on batches. */
  static Trajectory of(TrainingLog log) {
    return new Trajectory(log.entries(), List.of(), 1);
  }

  /** Tells whether there is a closed form beside it. */
  boolean isClosed() {
    return !pairs.isEmpty();
  }

  /** Returns the largest distance to the closed form, relative to the largest coefficients. */
  double worst() {
    return pairs.stream().mapToDouble(Pair::distance).max().orElse(0) / scale;
  }

  /** Tells whether every point is where the closed form says, up to rounding. */
  boolean agrees() {
    return pairs.stream()
        .allMatch(pair -> pair.distance() <= scale * (TOLERANCE + pair.entry.step() * PER_STEP));
  }

  List<TrainingLog.Entry> entries() {
    return entries;
  }

  TrainingLog.Entry last() {
    return entries.get(entries.size() - 1);
  }

  /**
   * Returns the entries, evenly thinned out so that no more than a number are left; the first and
   * the last stay.
   */
  List<TrainingLog.Entry> thinned(int most) {
    int parts = Math.min(entries.size(), most) - 1;
    return Stream.iterate(0, i -> i <= parts, i -> i + 1)
        .map(i -> entries.get((int) ((long) i * (entries.size() - 1) / Math.max(parts, 1))))
        .toList();
  }

  /**
   * Writes the path as a CSV file, each number as the shortest decimal that reads back as it.
   *
   * @throws UsageException if the file cannot be written
   */
  void write(Path file, List<String> coefficients) {
    try {
      Files.writeString(file, csv(coefficients));
    } catch (IOException e) {
      throw UsageException.unwritable(file, e);
    }
  }

  private String csv(List<String> coefficients) {
    StringBuilder csv = new StringBuilder("step,loss");
    coefficients.forEach(name -> csv.append(',').append(cell(name)));
    if (isClosed()) {
      coefficients.forEach(name -> csv.append(',').append(cell("closed form " + name)));
      csv.append(",distance");
    }
    csv.append('\n');
    for (int i = 0; i < entries.size(); i++) {
      TrainingLog.Entry entry = entries.get(i);
      csv.append(entry.step()).append(',').append(Numerals.exact(entry.loss()));
      csv.append(row(entry.w()));
      if (isClosed()) {
        csv.append(row(pairs.get(i).closed));
        csv.append(',').append(Numerals.exact(pairs.get(i).distance()));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  static double distance(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return norm(difference);
  }

  private static double norm(double[] a) {
    return Math.sqrt(DoubleStream.of(a).map(value -> value * value).sum());
  }

  private static String row(double[] values) {
    DoubleFunction<String> cell = value -> "," + Numerals.exact(value);
    return DoubleStream.of(values).mapToObj(cell).collect(Collectors.joining());
  }

  private static String cell(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
