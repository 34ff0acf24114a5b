package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.check.proofs.Regression.distance;
import static org.gradus.check.proofs.Regression.dot;
import static org.gradus.check.proofs.Regression.norm;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.gradus.check.LeastSquares;
import org.gradus.check.proofs.Regressions.Dependent;

/** Laws of the closed forms of linear regression. */
// [proof->check~least-squares~1]
class LeastSquaresProperties {

  /**
   * Rounding of a sum of products, relative to the size of its terms.
   *
   * <p>At most 8 rows and 4 columns, each product and sum rounding by 1.1e-16, several passes.
   */
  private static final double ROUNDING = 1e-13;

  /** Rounding, times the condition of X, which stays below 10, or its square. */
  private static final double SOLUTION = 1e-12;

  /**
   * One step against the next, relative to the terms that a step adds up.
   *
   * <p>Not to their sum: a weight that passes through zero keeps the rounding of what canceled.
   */
  private static final double RECURRENCE = 1e-12;

  private static final int STEPS = 60;
  private static final int LONG_RUN = 3000;

  @Property
  void qrAndSvdAgree(@ForAll("independent") Regression problem) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    double[] byQr = closed.solutionByQr();
    assertThat(distance(byQr, closed.solutionBySvd())).isLessThanOrEqualTo(SOLUTION * norm(byQr));
  }

  @Property
  void gradientVanishesAtTheSolution(@ForAll("any") Regression problem) {
    double[] solution = LeastSquares.of(problem.x(), problem.y()).solution();
    assertThat(norm(problem.gradient(solution)))
        .isLessThanOrEqualTo(ROUNDING * problem.gradientScale(solution));
  }

  @Property
  void residualIsOrthogonalToThePrediction(@ForAll("any") Regression problem) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    double[] prediction = problem.predict(closed.solution());
    double squares = dot(problem.y(), problem.y());
    assertThat(Math.abs(dot(closed.residuals(), prediction)))
        .isLessThanOrEqualTo(ROUNDING * (1 + squares));
    assertThat(dot(prediction, prediction) + closed.residualSumOfSquares())
        .isCloseTo(squares, within(ROUNDING * (1 + squares)));
    assertThat(closed.meanSquaredError()).isEqualTo(closed.residualSumOfSquares() / problem.rows());
  }

  @Property
  void noOtherWeightsDoBetter(@ForAll("any") Regression problem) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    double[] prediction = problem.predict(problem.w0());
    double square = distance(prediction, problem.y()) * distance(prediction, problem.y());
    assertThat(closed.residualSumOfSquares()).isLessThanOrEqualTo(square * (1 + ROUNDING));
  }

  @Property
  void hessianIsTwiceTheMeanOfOuterProducts(@ForAll("any") Regression problem) {
    double[][] hessian = LeastSquares.of(problem.x(), problem.y()).hessian();
    double scale = problem.gradientScale(problem.w0()) + 1;
    for (int j = 0; j < problem.columns(); j++) {
      for (int k = 0; k < problem.columns(); k++) {
        double sum = 0;
        for (double[] row : problem.x()) {
          sum += 2 * row[j] * row[k] / problem.rows();
        }
        assertThat(Math.abs(hessian[j][k] - sum)).isLessThanOrEqualTo(ROUNDING * scale);
      }
    }
  }

  @Property
  void eigenvaluesAreThoseOfTheHessian(@ForAll("any") Regression problem) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    double[] expected =
        new EigenDecomposition(new Array2DRowRealMatrix(closed.hessian())).getRealEigenvalues();
    double[] eigenvalues = closed.eigenvalues();
    assertThat(distance(eigenvalues, expected))
        .isLessThanOrEqualTo(SOLUTION * closed.largestEigenvalue());
    assertThat(closed.largestEigenvalue()).isEqualTo(eigenvalues[0]);
    assertThat(closed.smallestEigenvalue()).isEqualTo(eigenvalues[problem.columns() - 1]);
    assertThat(closed.learningRateBound()).isEqualTo(2 / eigenvalues[0]);
  }

  @Property
  void trajectoryStartsAtTheStart(@ForAll("any") Regression problem) {
    double[] start = LeastSquares.of(problem.x(), problem.y()).iterate(0, 0.1, problem.w0());
    assertThat(distance(start, problem.w0())).isLessThanOrEqualTo(SOLUTION * scale(problem, start));
  }

  @Property
  void eachIterateIsOneStepFromTheLast(
      @ForAll("any") Regression problem,
      @ForAll @DoubleRange(min = 0.01, max = 1.2) double shareOfBound) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    double eta = shareOfBound * closed.learningRateBound();
    double[] w = closed.iterate(0, eta, problem.w0());
    for (int t = 0; t < STEPS; t++) {
      double[] next = closed.iterate(t + 1, eta, problem.w0());
      assertThat(distance(next, problem.step(eta, w)))
          .as("step %d", t + 1)
          .isLessThanOrEqualTo(RECURRENCE * (norm(w) + eta * problem.gradientScale(w)));
      w = next;
    }
  }

  @Property
  void belowTheBoundDescentReachesTheLimit(
      @ForAll("any") Regression problem,
      @ForAll @DoubleRange(min = 0.9, max = 0.99) double shareOfBound) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    double[] end = descend(problem, shareOfBound * closed.learningRateBound());
    double[] limit = closed.limit(problem.w0());
    assertThat(distance(end, limit)).isLessThanOrEqualTo(SOLUTION * scale(problem, end));
  }

  @Property
  void aboveTheBoundDescentLeavesTheLimit(
      @ForAll("any") Regression problem,
      @ForAll @DoubleRange(min = 1.01, max = 1.05) double shareOfBound) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    double[] limit = closed.limit(problem.w0());
    double[] steepest = steepest(closed);
    double[] start = new double[limit.length];
    for (int j = 0; j < start.length; j++) {
      start[j] = limit[j] + steepest[j];
    }
    var displaced = new Regression(problem.x(), problem.y(), start);
    double[] end = descend(displaced, shareOfBound * closed.learningRateBound());
    assertThat(distance(end, limit)).isGreaterThan(1e20);
  }

  @Property
  void columnsThatDependAreCounted(@ForAll("dependent") Dependent dependent) {
    Regression problem = dependent.problem();
    var closed = LeastSquares.of(problem.x(), problem.y());
    assertThat(closed.rank()).isEqualTo(problem.columns() - 1);
    assertThat(closed.hasFullRank()).isFalse();
    assertThat(closed.smallestEigenvalue()).isZero();
  }

  @Property
  void columnsWithoutDependenceAreCounted(@ForAll("independent") Regression problem) {
    var closed = LeastSquares.of(problem.x(), problem.y());
    assertThat(closed.rank()).isEqualTo(problem.columns());
    assertThat(closed.hasFullRank()).isTrue();
  }

  @Property
  void smallestSolutionHasNoPartInTheNullSpace(@ForAll("dependent") Dependent dependent) {
    Regression problem = dependent.problem();
    double[] solution = LeastSquares.of(problem.x(), problem.y()).solution();
    assertThat(Math.abs(dot(solution, dependent.blind())))
        .isLessThanOrEqualTo(SOLUTION * scale(problem, solution));
  }

  @Property
  void partInTheNullSpaceNeverChanges(
      @ForAll("dependent") Dependent dependent, @ForAll @IntRange(max = LONG_RUN) int t) {
    Regression problem = dependent.problem();
    var closed = LeastSquares.of(problem.x(), problem.y());
    double[] w = closed.iterate(t, closed.learningRateBound() / 2, problem.w0());
    double part = dot(problem.w0(), dependent.blind());
    assertThat(dot(w, dependent.blind())).isCloseTo(part, within(SOLUTION * scale(problem, w)));
    assertThat(dot(closed.limit(problem.w0()), dependent.blind()))
        .isCloseTo(part, within(SOLUTION * scale(problem, w)));
  }

  @Provide
  Arbitrary<Regression> any() {
    return Arbitraries.oneOf(
        Regressions.independent(),
        Regressions.dependent().map(Dependent::problem),
        Regressions.wide());
  }

  @Provide
  Arbitrary<Regression> independent() {
    return Regressions.independent();
  }

  @Provide
  Arbitrary<Dependent> dependent() {
    return Regressions.dependent();
  }

  private static double[] descend(Regression problem, double eta) {
    double[] w = problem.w0();
    for (int t = 0; t < LONG_RUN; t++) {
      w = problem.step(eta, w);
    }
    return w;
  }

  /** A direction of the largest eigenvalue, from the Hessian and not from X. */
  private static double[] steepest(LeastSquares closed) {
    return new EigenDecomposition(new Array2DRowRealMatrix(closed.hessian()))
        .getEigenvector(0)
        .toArray();
  }

  /** Size of the numbers a trajectory is made of. */
  private static double scale(Regression problem, double[] w) {
    return 1 + norm(problem.w0()) + norm(problem.y()) + norm(w);
  }
}
