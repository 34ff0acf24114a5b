package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.learn.proofs.Regression;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Vector;

/** Laws of the mean squared error: concepts M9, M10, M11 and M12 of the lesson. */
// [proof->learn~mean-squared-error~1]
class MeanSquaredErrorProperties {

  /** At most 20 squares of numbers below 20, each rounded by 2⁻⁵³ a few times. */
  private static final double ROUNDING = 1e-14;

  /** Prediction and target. */
  record Pair(double[] prediction, double[] target) {}

  @Property
  void itIsTheMeanOfTheSquaredErrors(@ForAll("pairs") Pair pair) {
    double sum = 0;
    for (int i = 0; i < pair.target.length; i++) {
      sum += Math.pow(pair.prediction[i] - pair.target[i], 2);
    }
    double mean = sum / pair.target.length;
    assertThat(loss(pair.prediction, pair.target)).isCloseTo(mean, within(ROUNDING * mean));
  }

  @Property
  void itIsPositiveUnlessBothAreEqual(@ForAll("pairs") Pair pair) {
    assertThat(loss(pair.target, pair.target)).isZero();
    assertThat(loss(pair.prediction, pair.target)).isPositive();
  }

  @Property
  void swappingTheArgumentsLeavesTheValue(@ForAll("pairs") Pair pair) {
    assertThat(loss(pair.prediction, pair.target)).isEqualTo(loss(pair.target, pair.prediction));
  }

  @Property
  void gradientIsTwiceTheErrorOverTheCount(@ForAll("pairs") Pair pair) {
    Vector<Sample> prediction = vector(pair.prediction).requiresGrad_();
    MeanSquaredError.of(prediction, vector(pair.target)).backward();
    double[] gradient = prediction.grad().toArray();
    for (int i = 0; i < gradient.length; i++) {
      double expected = 2 * (pair.prediction[i] - pair.target[i]) / gradient.length;
      assertThat(gradient[i]).isCloseTo(expected, within(ROUNDING * Math.abs(expected)));
    }
  }

  @Property
  void swappingTheArgumentsTurnsTheGradient(@ForAll("pairs") Pair pair) {
    Vector<Sample> first = vector(pair.prediction).requiresGrad_();
    Vector<Sample> second = vector(pair.prediction).requiresGrad_();
    MeanSquaredError.of(first, vector(pair.target)).backward();
    MeanSquaredError.of(vector(pair.target), second).backward();
    assertThat(first.grad().toArray()).isEqualTo(second.grad().toArray());

    Vector<Sample> left = vector(pair.prediction).requiresGrad_();
    Vector<Sample> right = vector(pair.target).requiresGrad_();
    Scalar loss = MeanSquaredError.of(left, right);
    loss.backward();
    assertThat(left.grad().toArray()).isEqualTo(right.grad().neg().toArray());
  }

  @Property
  void leastSquaresMinimizesIt(
      @ForAll("regressions") Regression problem, @ForAll("directions") double[] direction) {
    double[] best = problem.leastSquares().solution();
    Vector<Coefficient> w = problem.at(best).requiresGrad_();
    Scalar loss = MeanSquaredError.of(problem.inputs().matmul(w), problem.targets());
    loss.backward();
    assertThat(Regression.norm(w.grad().toArray()))
        .isLessThanOrEqualTo(1e-13 * problem.gradientTerms(best));
    double[] other = Regression.plus(best, 0.1, Arrays.copyOf(direction, best.length));
    assertThat(problem.loss(other)).isGreaterThan(loss.toDouble());
  }

  /** Predictions that are off by 0.01 to 10 in each place. */
  @Provide
  Arbitrary<Pair> pairs() {
    return Arbitraries.integers()
        .between(1, 20)
        .flatMap(
            n ->
                Combinators.combine(
                        Regression.numbers(-10, 10, n),
                        Regression.numbers(0.01, 10, n),
                        Arbitraries.of(-1.0, 1.0))
                    .as(
                        (target, error, sign) ->
                            new Pair(Regression.plus(target, sign, error), target)));
  }

  @Provide
  Arbitrary<Regression> regressions() {
    return Regression.independent();
  }

  /** Directions that are not zero, whatever number of coordinates is taken of them. */
  @Provide
  Arbitrary<double[]> directions() {
    return Regression.numbers(0.1, 1, 4);
  }

  private static double loss(double[] prediction, double[] target) {
    return MeanSquaredError.of(vector(prediction), vector(target)).toDouble();
  }

  private static Vector<Sample> vector(double[] values) {
    return Vector.of(Dim.of(Sample.class, values.length), values);
  }
}
