package org.gradus.learn.proofs;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * A problem of linear regression with a start, in plain arrays.
 *
 * <pre>
 *   L(w) = ‖X·w − y‖² / n          x: [n, d]   y: [n]   start: [d]
 * </pre>
 */
public record Regression(double[][] x, double[] y, double[] start) {

  private static final int MOST_COLUMNS = 4;
  private static final int MOST_ROWS = 8;

  /** Problems with independent columns, whose singular values lie between 2/3 and 4. */
  public static Arbitrary<Regression> independent() {
    return matrices(MOST_COLUMNS).flatMap(Regression::withTargets);
  }

  /** Problems with one column more, a multiple of the first by a power of two: it depends on it. */
  public static Arbitrary<Regression> dependent() {
    return matrices(MOST_COLUMNS - 1)
        .map(x -> append(x, row -> row[0] * 2))
        .flatMap(Regression::withTargets);
  }

  /** Problems with fewer rows than columns. */
  public static Arbitrary<Regression> wide() {
    return Combinators.combine(numbers(-1, 1, 2), numbers(1, 2, 3))
        .as((low, high) -> new double[][] {{high[0], low[0], high[1]}, {low[1], high[2], -high[0]}})
        .flatMap(Regression::withTargets);
  }

  public static Arbitrary<Regression> any() {
    return Arbitraries.oneOf(independent(), dependent(), wide());
  }

  public LeastSquares leastSquares() {
    return LeastSquares.of(x, y);
  }

  public Matrix<Sample, Coefficient> inputs() {
    return Matrix.of(
        Dim.of(Sample.class, rows()), Dim.of(Coefficient.class, columns()), Tensor.of(x));
  }

  public Vector<Sample> targets() {
    return Vector.of(Dim.of(Sample.class, rows()), y);
  }

  public Vector<Coefficient> begin() {
    return at(start);
  }

  public Vector<Coefficient> at(double[] w) {
    return Vector.of(Dim.of(Coefficient.class, columns()), w);
  }

  public Regression from(double[] other) {
    return new Regression(x, y, other);
  }

  public int rows() {
    return x.length;
  }

  public int columns() {
    return x[0].length;
  }

  /** L(w), in plain loops. */
  public double loss(double[] w) {
    double sum = 0;
    for (int i = 0; i < rows(); i++) {
      double error = dot(x[i], w) - y[i];
      sum += error * error;
    }
    return sum / rows();
  }

  /** ∇L(w) = 2·Xᵀ·(X·w − y)/n, in plain loops. */
  public double[] gradient(double[] w) {
    double[] gradient = new double[columns()];
    for (int i = 0; i < rows(); i++) {
      double error = dot(x[i], w) - y[i];
      for (int j = 0; j < columns(); j++) {
        gradient[j] += 2 * x[i][j] * error / rows();
      }
    }
    return gradient;
  }

  /** Size of the terms that add up to a gradient: 2·‖X‖·(‖X‖·‖w‖ + ‖y‖)/n. */
  public double gradientTerms(double[] w) {
    double size = Math.sqrt(Arrays.stream(x).mapToDouble(row -> dot(row, row)).sum());
    return 2 * size * (size * norm(w) + norm(y)) / rows();
  }

  public static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  public static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  public static double distance(double[] a, double[] b) {
    return norm(plus(a, -1, b));
  }

  /** a + t·b. */
  public static double[] plus(double[] a, double t, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + t * b[i]).toArray();
  }

  public static Arbitrary<double[]> numbers(double least, double most, int size) {
    // Edge cases of so many numbers at once would crowd out the random ones.
    return Arbitraries.doubles()
        .between(least, most)
        .ofScale(9)
        .withoutEdgeCases()
        .array(double[].class)
        .ofSize(size);
  }

  @Override
  public String toString() {
    return "x = %s, y = %s, start = %s"
        .formatted(Arrays.deepToString(x), Arrays.toString(y), Arrays.toString(start));
  }

  private static Arbitrary<Regression> withTargets(double[][] x) {
    return Combinators.combine(numbers(-10, 10, x.length), numbers(-10, 10, x[0].length))
        .as((y, start) -> new Regression(x, y, start));
  }

  /**
   * Matrices X = (E + N)·D: E is the identity above zeros, each entry of N at most 1/(3d), and D
   * diagonal with entries from 1 to 2.
   */
  private static Arbitrary<double[][]> matrices(int mostColumns) {
    return Arbitraries.integers()
        .between(1, mostColumns)
        .flatMap(d -> Arbitraries.integers().between(d, MOST_ROWS).flatMap(n -> matrix(n, d)));
  }

  private static Arbitrary<double[][]> matrix(int n, int d) {
    return Combinators.combine(numbers(-1, 1, n * d), numbers(1, 2, d))
        .as(
            (noise, scale) -> {
              double[][] x = new double[n][d];
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < d; j++) {
                  x[i][j] = (noise[i * d + j] / (3 * d) + (i == j ? 1 : 0)) * scale[j];
                }
              }
              return x;
            });
  }

  private static double[][] append(double[][] x, ToDoubleFunction<double[]> column) {
    return Arrays.stream(x)
        .map(
            row -> {
              double[] wider = Arrays.copyOf(row, row.length + 1);
              wider[row.length] = column.applyAsDouble(row);
              return wider;
            })
        .toArray(double[][]::new);
  }
}
