package org.gradus.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Coefficient;
import org.gradus.learn.LinearModel;
import org.gradus.learn.Sample;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Standardizer;
import org.gradus.learn.data.Table;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Vector;

/**
 * What is to be learned: numbers to predict a number from, and where the descent starts.
 *
 * <pre>
 *   ŷ = X·w      X: the features, standardized or not, and a column of ones      w: the coefficients
 * </pre>
 *
 * @param title what the rows are, in words
 * @param note what is to be known about the solution; may be empty
 * @param features the names of the features
 * @param target the name of what is predicted
 * @param rows the features in the units of the data, [n, k]
 * @param y the targets, [n]
 * @param start the coefficients before the first step, the intercept last, [k + 1]
 * @param standardizer how the features are standardized; empty where they are not
 */
record Problem(
    String title,
    String note,
    List<String> features,
    String target,
    double[][] rows,
    double[] y,
    double[] start,
    Optional<Standardizer> standardizer) {

  private static final int POINTS = 100;
  private static final double SLOPE = 3;
  private static final double INTERCEPT = 2;
  private static final int FEWEST_ROWS = 2;

  private static final String NOTE =
      "The intercept tends to 2.5, not to 2: the noise is uniform on [0, 1), and its mean of 1/2"
          + " shifts every point up.";

  /** Draws the lesson's own problem: y = 3·x + 2 and noise, from a = (−1, 1). */
  static Problem line(RandomGenerator random) {
    var n = Dim.of(Sample.class, POINTS);
    var d = Dim.of(Coefficient.class, 2);
    Matrix<Sample, Coefficient> x = Matrix.ones(n, d);
    x.column(0).uniform_(-1, 1, random);
    Vector<Coefficient> m = Vector.of(d, SLOPE, INTERCEPT);
    Vector<Sample> y = x.matmul(m).add(Vector.rand(n, random));
    double[][] rows =
        Arrays.stream(x.column(0).toArray())
            .mapToObj(x1 -> new double[] {x1})
            .toArray(double[][]::new);
    return new Problem(
        "y = 3 x + 2 + noise, x uniform on [-1, 1), noise uniform on [0, 1)",
        NOTE,
        List.of("x"),
        "y",
        rows,
        y.toArray(),
        new double[] {-1, 1},
        Optional.empty());
  }

  /**
   * Takes columns of a table, from a start of zeros.
   *
   * @param data norris, longley, iris or the path of a CSV file
   * @param asked the target; empty for the last column of numbers
   * @param chosen the features; empty for all other columns of numbers
   * @throws UsageException if there is no such target or feature, or one cannot serve
   * @throws org.gradus.learn.data.DataException if the table or a column of it cannot be read
   */
  static Problem of(String data, Optional<String> asked, List<String> chosen) {
    Table table = table(data).requireRows(FEWEST_ROWS, "fit a line");
    String target = asked.orElseGet(() -> lastNumeric(table));
    double[] y = table.numbers(target);
    List<String> features = chosen.isEmpty() ? others(table, target) : chosen;
    requireFeatures(target, features);
    double[][] rows = table.matrix(features);
    requireSpread(table, target, y, features, rows);
    return new Problem(
        "%s of %s from %s".formatted(target, table.source(), String.join(", ", features)),
        "",
        features,
        target,
        rows,
        y,
        new double[features.size() + 1],
        Optional.empty());
  }

  /** Returns this problem with standardized features. */
  Problem standardized() {
    return new Problem(
        title,
        note,
        features,
        target,
        rows,
        y,
        start,
        Optional.of(Standardizer.fit(features, rows)));
  }

  int count() {
    return y.length;
  }

  /** Tells whether the model is a line that can be drawn. */
  boolean isLine() {
    return features.size() == 1;
  }

  /** Names the coefficients: the features, then the intercept. */
  List<String> coefficients() {
    List<String> names = new ArrayList<>(features);
    names.add("intercept");
    return names;
  }

  /** Returns X: the features as the descent sees them, and a column of ones. */
  Matrix<Sample, Coefficient> inputs() {
    return LinearModel.inputs(standardizer.map(s -> s.apply(rows)).orElse(rows));
  }

  Vector<Sample> targets() {
    return Vector.of(Dim.of(Sample.class, count()), y);
  }

  Vector<Coefficient> begin() {
    return Vector.of(Dim.of(Coefficient.class, start.length), start);
  }

  /** Returns X·w, the predictions of the model with these coefficients, [n]. */
  double[] predictions(double[] w) {
    Vector<Coefficient> coefficients = Vector.of(Dim.of(Coefficient.class, w.length), w);
    return new LinearModel(coefficients).predict(inputs()).toArray();
  }

  /** Returns the closed form of the same problem. */
  LeastSquares leastSquares() {
    double[] flat = inputs().toArray();
    int width = start.length;
    double[][] x = new double[count()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
    }
    return LeastSquares.of(x, y);
  }

  /** Returns coefficients of standardized features in the units of the data. */
  double[] inUnits(double[] w) {
    if (standardizer.isEmpty()) {
      return w.clone();
    }
    double[] weights = Arrays.copyOf(w, w.length - 1);
    double[] original = Arrays.copyOf(standardizer.get().originalWeights(weights), w.length);
    original[w.length - 1] = standardizer.get().originalIntercept(weights, w[w.length - 1]);
    return original;
  }

  private static Table table(String data) {
    for (ExampleData example : ExampleData.values()) {
      if (example.name().equalsIgnoreCase(data)) {
        return example.table();
      }
    }
    try {
      return Table.read(Path.of(data));
    } catch (InvalidPathException e) {
      throw UsageException.notPath("--data", data);
    }
  }

  private static String lastNumeric(Table table) {
    List<String> numeric = table.numericNames();
    if (numeric.isEmpty()) {
      throw UsageException.noTarget(table.source(), table.names());
    }
    return numeric.get(numeric.size() - 1);
  }

  private static List<String> others(Table table, String target) {
    List<String> others =
        table.numericNames().stream().filter(name -> !name.equals(target)).toList();
    if (others.isEmpty()) {
      throw UsageException.noFeature(table.source(), target, table.names());
    }
    return others;
  }

  private static void requireFeatures(String target, List<String> features) {
    if (features.contains(target)) {
      throw UsageException.targetAmongFeatures(target, features);
    }
    Set<String> seen = new HashSet<>();
    for (String feature : features) {
      if (!seen.add(feature)) {
        throw UsageException.featureTwice(feature, features);
      }
    }
  }

  private static void requireSpread(
      Table table, String target, double[] y, List<String> features, double[][] rows) {
    for (int j = 0; j < features.size(); j++) {
      int column = j;
      if (isConstant(Arrays.stream(rows).mapToDouble(row -> row[column]).toArray())) {
        throw UsageException.constantFeature(table.source(), features.get(j), rows[0][j]);
      }
    }
    if (isConstant(y)) {
      throw UsageException.constantTarget(table.source(), target, y[0]);
    }
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
