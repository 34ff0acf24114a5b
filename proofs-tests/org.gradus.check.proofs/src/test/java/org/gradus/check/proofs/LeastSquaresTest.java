package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.gradus.check.LeastSquares;
import org.junit.jupiter.api.Test;

/** Examples of the closed forms of linear regression. */
// [proof->check~least-squares~1]
class LeastSquaresTest {

  private static final double[][] LINE = {{0, 1}, {1, 1}, {2, 1}, {3, 1}};
  private static final double[] ON_THE_LINE = {2, 5, 8, 11};

  @Test
  void lineThroughPointsOnALineIsThatLine() {
    var closed = LeastSquares.of(LINE, ON_THE_LINE);
    assertThat(closed.solution()).containsExactly(new double[] {3, 2}, within(1e-14));
    assertThat(closed.residualSumOfSquares()).isCloseTo(0, within(1e-27));
    assertThat(closed.rank()).isEqualTo(2);
  }

  @Test
  void residualsOfAMeanAreTheDeviations() {
    var closed = LeastSquares.of(new double[][] {{1}, {1}, {1}}, new double[] {1, 2, 6});
    assertThat(closed.solution()).containsExactly(new double[] {3}, within(1e-14));
    assertThat(closed.residuals()).containsExactly(new double[] {-2, -1, 3}, within(1e-14));
    assertThat(closed.residualSumOfSquares()).isCloseTo(14, within(1e-13));
    assertThat(closed.meanSquaredError()).isCloseTo(14.0 / 3, within(1e-14));
  }

  @Test
  void multipleRegressionOfCommonsMathGivesTheSameSolution() {
    double[][] inputs = {{1, 7}, {2, -3}, {4, 5}, {8, 0}, {16, 2}};
    double[] y = {3, 1, 4, 1, 5};
    var regression = new OLSMultipleLinearRegression();
    regression.newSampleData(y, inputs);
    double[][] x = {{1, 1, 7}, {1, 2, -3}, {1, 4, 5}, {1, 8, 0}, {1, 16, 2}};
    var closed = LeastSquares.of(x, y);
    assertThat(closed.solutionByQr())
        .containsExactly(regression.estimateRegressionParameters(), within(1e-14));
    assertThat(closed.residualSumOfSquares())
        .isCloseTo(regression.calculateResidualSumOfSquares(), within(1e-13));
  }

  @Test
  void whatIsZeroIsSoRelativeToTheLargest() {
    var closed = LeastSquares.of(new double[][] {{1e-12}, {2e-12}}, new double[] {1, 2});
    assertThat(closed.rank()).isEqualTo(1);
    assertThat(closed.solution()).containsExactly(new double[] {1e12}, within(1e-3));
  }

  @Test
  void smallestOfManySolutionsSharesTheWeightEvenly() {
    var closed = LeastSquares.of(new double[][] {{1, 1}, {1, 1}, {1, 1}}, new double[] {1, 2, 3});
    assertThat(closed.solution()).containsExactly(new double[] {1, 1}, within(1e-14));
    assertThat(closed.rank()).isEqualTo(1);
    assertThat(closed.eigenvalues()).containsExactly(new double[] {4, 0}, within(1e-14));
    assertThat(closed.limit(new double[] {5, 1}))
        .containsExactly(new double[] {3, -1}, within(1e-14));
  }

  @Test
  void curvatureOfALineIsTheHessianByHand() {
    var closed = LeastSquares.of(LINE, ON_THE_LINE);
    assertThat(closed.hessian()).isDeepEqualTo(new double[][] {{7, 3}, {3, 2}});
    double root = Math.sqrt(61);
    assertThat(closed.largestEigenvalue()).isCloseTo((9 + root) / 2, within(1e-14));
    assertThat(closed.smallestEigenvalue()).isCloseTo((9 - root) / 2, within(1e-14));
    assertThat(closed.learningRateBound()).isCloseTo(4 / (9 + root), within(1e-15));
  }

  @Test
  void oneWeightFollowsAGeometricSeries() {
    var closed = LeastSquares.of(new double[][] {{1}, {1}}, new double[] {3, 3});
    assertThat(closed.iterate(3, 0.25, new double[] {11}))
        .containsExactly(new double[] {4}, within(1e-14));
    assertThat(closed.learningRateBound()).isCloseTo(1, within(1e-15));
  }

  @Test
  void zeroInputsLetEveryWeightStand() {
    var closed = LeastSquares.of(new double[][] {{0, 0}, {0, 0}}, new double[] {1, 2});
    assertThat(closed.rank()).isZero();
    assertThat(closed.solution()).containsExactly(0, 0);
    assertThat(closed.learningRateBound()).isInfinite();
    assertThat(closed.iterate(7, 0.1, new double[] {4, 5})).containsExactly(4, 5);
  }

  @Test
  void problemIsCopied() {
    double[][] x = {{1}, {1}};
    double[] y = {3, 3};
    var closed = LeastSquares.of(x, y);
    x[0][0] = 9;
    y[0] = 9;
    assertThat(closed.solution()).containsExactly(new double[] {3}, within(1e-14));
  }

  @Test
  void dependentColumnsHaveNoSolutionByQr() {
    var closed = LeastSquares.of(new double[][] {{1, 2}, {2, 4}, {3, 6}}, new double[] {1, 2, 3});
    assertThatThrownBy(closed::solutionByQr)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            least squares by QR: the columns of x must be independent; 2 columns have rank 1
            ask solutionBySvd(), the smallest of the many solutions""");
  }

  @Test
  void problemThatDoesNotFitTogetherIsRefused() {
    refused(
        new double[0][],
        new double[0],
        "least squares: x must have a row and a column; it is [0, 0]");
    refused(
        new double[2][0],
        new double[2],
        "least squares: x must have a row and a column; it is [2, 0]");
    refused(
        new double[3][1],
        new double[2],
        "least squares: x and y must have as many rows; x has 3 and y has 2");
    refused(
        new double[][] {{1, 2}, {3}},
        new double[2],
        "least squares: the rows of x must have equal length; row 0 has 2 and row 1 has 1");
    refused(
        new double[][] {{1, 2}, {3, Double.NaN}},
        new double[2],
        "least squares: every value must be finite; x[1][1] is NaN");
    refused(
        new double[][] {{1}, {3}},
        new double[] {0, Double.NEGATIVE_INFINITY},
        "least squares: every value must be finite; y[1] is -Infinity");
  }

  @Test
  void trajectoryThatCannotBeIsRefused() {
    var closed = LeastSquares.of(LINE, ON_THE_LINE);
    assertThatThrownBy(() -> closed.iterate(-1, 0.1, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iterate: the number of steps must be at least 0; t is -1");
    assertThatThrownBy(() -> closed.iterate(1, Double.NaN, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iterate: the learning rate must be finite; eta is NaN");
    assertThatThrownBy(() -> closed.limit(new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("least squares: there must be one weight a column of x, 2; w0 has 3");
  }

  private static void refused(double[][] x, double[] y, String message) {
    assertThatThrownBy(() -> LeastSquares.of(x, y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
