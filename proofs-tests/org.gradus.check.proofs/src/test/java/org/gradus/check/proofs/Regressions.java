package org.gradus.check.proofs;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random problems of regression, of known rank and of small condition by construction. */
final class Regressions {

  private static final int MOST_COLUMNS = 4;
  private static final int MOST_ROWS = 8;

  /** A problem whose columns depend on each other: X·blind = 0 exactly, and nothing else is. */
  record Dependent(Regression problem, double[] blind) {}

  private Regressions() {}

  /** Independent columns. */
  static Arbitrary<Regression> independent() {
    return independent(MOST_COLUMNS, 0)
        .flatMap(
            x ->
                Combinators.combine(coordinates(x.length), coordinates(x[0].length))
                    .as((y, w0) -> new Regression(x, y, w0)));
  }

  /** Independent columns and one more, a multiple of the first by a power of two: exact. */
  static Arbitrary<Dependent> dependent() {
    Arbitrary<Double> multiple = Arbitraries.of(1.0, -1.0, 2.0, -0.5);
    return independent(MOST_COLUMNS - 1, 0)
        .flatMap(
            x ->
                Combinators.combine(multiple, coordinates(x.length), coordinates(x[0].length + 1))
                    .as((m, y, w0) -> dependent(x, m, y, w0)));
  }

  /** Fewer rows than columns. */
  static Arbitrary<Regression> wide() {
    return independent(MOST_COLUMNS, 1)
        .map(Regressions::transpose)
        .flatMap(
            x ->
                Combinators.combine(coordinates(x.length), coordinates(x[0].length))
                    .as((y, w0) -> new Regression(x, y, w0)));
  }

  /**
   * A matrix X = (E + N)·D with singular values from 2/3 to 4.
   *
   * <p>E is the identity above zeros, each entry of N is at most 1/(3d), so that the upper rows of
   * N have norm at most 1/3; D is diagonal with entries from 1 to 2.
   */
  private static Arbitrary<double[][]> independent(int mostColumns, int moreRows) {
    return Arbitraries.integers()
        .between(1, mostColumns)
        .flatMap(
            d ->
                Arbitraries.integers()
                    .between(d + moreRows, MOST_ROWS)
                    .flatMap(
                        n ->
                            Combinators.combine(numbers(-1, 1, n * d), numbers(1, 2, d))
                                .as((noise, scale) -> independent(noise, scale, n))));
  }

  private static double[][] independent(double[] noise, double[] scale, int rows) {
    int d = scale.length;
    double[][] x = new double[rows][d];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < d; j++) {
        x[i][j] = (noise[i * d + j] / (3 * d) + (i == j ? 1 : 0)) * scale[j];
      }
    }
    return x;
  }

  private static Dependent dependent(double[][] x, double multiple, double[] y, double[] w0) {
    int d = x[0].length;
    double[][] wider = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      wider[i] = Arrays.copyOf(x[i], d + 1);
      wider[i][d] = multiple * x[i][0];
    }
    double[] blind = new double[d + 1];
    blind[0] = multiple;
    blind[d] = -1;
    return new Dependent(new Regression(wider, y, w0), blind);
  }

  private static double[][] transpose(double[][] x) {
    double[][] transposed = new double[x[0].length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[0].length; j++) {
        transposed[j][i] = x[i][j];
      }
    }
    return transposed;
  }

  private static Arbitrary<double[]> coordinates(int size) {
    return numbers(-10, 10, size);
  }

  private static Arbitrary<double[]> numbers(double least, double most, int size) {
    // Edge cases of so many numbers at once would crowd out the random ones.
    return Arbitraries.doubles()
        .between(least, most)
        .withoutEdgeCases()
        .array(double[].class)
        .ofSize(size);
  }
}
