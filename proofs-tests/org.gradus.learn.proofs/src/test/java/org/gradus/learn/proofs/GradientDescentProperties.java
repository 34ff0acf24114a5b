package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.learn.proofs.Regression.distance;
import static org.gradus.learn.proofs.Regression.norm;

import java.util.Arrays;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Coefficient;
import org.gradus.learn.GradientDescent;
import org.gradus.learn.Sample;
import org.gradus.learn.TrainingLog;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Vector;

/** Laws of gradient descent: concepts O1 to O6, O11, O21 and O23 of the lesson. */
// [proof->learn~gradient-descent~1]
class GradientDescentProperties {

  /**
   * One step, relative to the terms it adds up: at most 8 rows and 4 columns, each product and sum
   * rounded by 2⁻⁵³.
   */
  private static final double ROUNDING = 1e-14;

  /** Sixty steps, each of which rounds once more; below 1.05 of the bound none grows by 1.1. */
  private static final double TRAJECTORY = 1e-12;

  private static final int STEPS = 60;
  private static final int LONG_RUN = 3000;

  @Property
  void everyIterateIsWhereTheClosedFormSays(
      @ForAll("any") Regression problem,
      @ForAll @DoubleRange(min = 0.01, max = 1.05) double shareOfBound) {
    LeastSquares closed = problem.leastSquares();
    double eta = shareOfBound * closed.learningRateBound();
    double[] limit = closed.limit(problem.start());
    double terms = norm(limit) + eta * problem.gradientTerms(limit);
    for (TrainingLog.Entry entry : descend(problem, eta, STEPS).entries()) {
      double[] w = entry.w();
      terms = Math.max(terms, norm(w) + eta * problem.gradientTerms(w));
      assertThat(distance(w, closed.iterate(entry.step(), eta, problem.start())))
          .as("step %d", entry.step())
          .isLessThanOrEqualTo(TRAJECTORY * terms);
    }
  }

  @Property
  void eachStepIsMinusTheLearningRateTimesTheGradient(
      @ForAll("any") Regression problem, @ForAll @DoubleRange(min = 0.01, max = 2) double eta) {
    Vector<Coefficient> w = problem.begin().requiresGrad_();
    new GradientDescent(eta).step(w, loss(problem).apply(w));
    double[] expected = Regression.plus(problem.start(), -eta, problem.gradient(problem.start()));
    assertThat(distance(w.detach().toArray(), expected))
        .isLessThanOrEqualTo(
            ROUNDING * (norm(problem.start()) + eta * problem.gradientTerms(problem.start())));
    assertThat(w.grad().toArray()).containsOnly(0);
  }

  /** The loop that the lesson writes down, and the class that holds it: the same bits. */
  @Property
  void itIsTheLoopOfTheLesson(
      @ForAll("any") Regression problem, @ForAll @DoubleRange(min = 0.01, max = 0.1) double eta) {
    Matrix<Sample, Coefficient> x = problem.inputs();
    Vector<Sample> y = problem.targets();
    Vector<Coefficient> a = problem.begin().requiresGrad_();
    for (int t = 0; t < STEPS; t++) {
      Scalar loss = MeanSquaredError.of(x.matmul(a), y);
      loss.backward();
      try (var off = NoGrad.on()) {
        a.sub_(a.grad().mul(eta));
        a.grad().zero_();
      }
    }
    Vector<Coefficient> w =
        new GradientDescent(eta).minimize(problem.begin(), STEPS, loss(problem));
    assertThat(w.toArray()).isEqualTo(a.detach().toArray());
  }

  @Property
  void belowTheBoundTheLossNeverRises(
      @ForAll("any") Regression problem,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double shareOfBound) {
    double eta = shareOfBound * problem.leastSquares().learningRateBound();
    double[] losses = descend(problem, eta, STEPS).losses();
    for (int t = 1; t < losses.length; t++) {
      assertThat(losses[t]).isLessThanOrEqualTo(losses[t - 1] * (1 + ROUNDING) + ROUNDING);
    }
  }

  @Property(tries = 40)
  void justBelowTheBoundItReachesTheSolutionNearestToTheStart(
      @ForAll("any") Regression problem,
      @ForAll @DoubleRange(min = 0.97, max = 0.99) double shareOfBound) {
    LeastSquares closed = problem.leastSquares();
    double[] end = end(problem, shareOfBound * closed.learningRateBound());
    double[] limit = closed.limit(problem.start());
    assertThat(distance(end, limit))
        .isLessThanOrEqualTo(TRAJECTORY * (1 + norm(problem.start()) + norm(limit)));
  }

  @Property(tries = 40)
  void justAboveTheBoundItLeavesTheSolution(
      @ForAll("any") Regression problem,
      @ForAll @DoubleRange(min = 1.01, max = 1.03) double shareOfBound) {
    LeastSquares closed = problem.leastSquares();
    double[] limit = closed.limit(problem.start());
    double[] steepest =
        new EigenDecomposition(new Array2DRowRealMatrix(closed.hessian()))
            .getEigenvector(0)
            .toArray();
    Regression displaced = problem.from(Regression.plus(limit, 1, steepest));
    double[] end = end(displaced, shareOfBound * closed.learningRateBound());
    assertThat(distance(end, limit)).isGreaterThan(1e20);
  }

  /** Among all directions of one length, for a step that is infinitely short. */
  @Property
  void againstTheGradientTheLossFallsMost(
      @ForAll("any") Regression problem, @ForAll("directions") double[] numbers) {
    double[] gradient = problem.gradient(problem.start());
    double[] direction = Arrays.copyOf(numbers, problem.columns());
    double[] unit = Regression.plus(new double[problem.columns()], 1 / norm(direction), direction);
    double steepest = norm(gradient);
    double terms = problem.gradientTerms(problem.start());
    assertThat(slope(problem, unit)).isGreaterThanOrEqualTo(-steepest - 1e-10 * (1 + terms));
    if (steepest > 1e-3 * terms) {
      double[] against = Regression.plus(new double[gradient.length], -1 / steepest, gradient);
      assertThat(slope(problem, against)).isCloseTo(-steepest, within(1e-10 * (1 + terms)));
    }
  }

  @Property
  void sumAndDivideIsTheStepOnTheMean(
      @ForAll("any") Regression problem, @ForAll @DoubleRange(min = 0.01, max = 2) double eta) {
    var descent = new GradientDescent(eta);
    Vector<Coefficient> byMean = problem.begin().requiresGrad_();
    descent.step(byMean, loss(problem).apply(byMean));
    Vector<Coefficient> bySum = problem.begin().requiresGrad_();
    Scalar sum = problem.inputs().matmul(bySum).sub(problem.targets()).square().sum();
    descent.stepOnSum(bySum, sum, problem.rows());
    assertThat(distance(bySum.detach().toArray(), byMean.detach().toArray()))
        .isLessThanOrEqualTo(
            ROUNDING * (norm(problem.start()) + eta * problem.gradientTerms(problem.start())));
  }

  @Property
  void evaluatingTheLossChangesNothing(@ForAll("any") Regression problem) {
    Vector<Coefficient> w = problem.begin().requiresGrad_();
    loss(problem).apply(w).backward();
    double[] gradient = w.grad().toArray();
    try (var off = NoGrad.on()) {
      assertThat(loss(problem).apply(w).requiresGrad()).isFalse();
    }
    assertThat(w.detach().toArray()).isEqualTo(problem.start());
    assertThat(w.grad().toArray()).isEqualTo(gradient);
  }

  @Property
  void theStartStaysAsItIs(
      @ForAll("any") Regression problem, @ForAll @IntRange(max = 5) int steps) {
    Vector<Coefficient> start = problem.begin();
    Vector<Coefficient> end = new GradientDescent(0.1).minimize(start, steps, loss(problem));
    assertThat(start.toArray()).isEqualTo(problem.start());
    assertThat(start.requiresGrad()).isFalse();
    assertThat(end.requiresGrad()).isFalse();
    assertThat(steps > 0 || Arrays.equals(end.toArray(), problem.start())).isTrue();
  }

  @Provide
  Arbitrary<Regression> any() {
    return Regression.any();
  }

  /** Directions that are not zero, whatever number of coordinates is taken of them. */
  @Provide
  Arbitrary<double[]> directions() {
    return Regression.numbers(-1, 1, 4)
        .map(u -> new double[] {u[0] < 0 ? -1 : 1, u[1], u[2], u[3]});
  }

  private static Function<Vector<Coefficient>, Scalar> loss(Regression problem) {
    Matrix<Sample, Coefficient> x = problem.inputs();
    Vector<Sample> y = problem.targets();
    return w -> MeanSquaredError.of(x.matmul(w), y);
  }

  private static TrainingLog descend(Regression problem, double eta, int steps) {
    var log = new TrainingLog();
    new GradientDescent(eta).minimize(problem.begin(), steps, loss(problem), log);
    return log;
  }

  private static double[] end(Regression problem, double eta) {
    return new GradientDescent(eta).minimize(problem.begin(), LONG_RUN, loss(problem)).toArray();
  }

  /** The slope of the loss along a unit vector, by a difference that is exact for a square. */
  private static double slope(Regression problem, double[] unit) {
    double ahead = problem.loss(Regression.plus(problem.start(), 0.5, unit));
    double behind = problem.loss(Regression.plus(problem.start(), -0.5, unit));
    return ahead - behind;
  }
}
