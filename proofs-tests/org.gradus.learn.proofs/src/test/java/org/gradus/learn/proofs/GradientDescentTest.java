package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Batches;
import org.gradus.learn.Coefficient;
import org.gradus.learn.DivergenceException;
import org.gradus.learn.GradientDescent;
import org.gradus.learn.LinearModel;
import org.gradus.learn.Sample;
import org.gradus.learn.TrainingLog;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of gradient descent: concepts O3, O5, O6, O12, O17, O20 and O21 of the lesson. */
// [proof->learn~gradient-descent~1]
class GradientDescentTest {

  private interface Batch extends Axis {}

  private static final Dim<Coefficient> D = Dim.of(Coefficient.class, 2);

  /** Noise has the mean ½, so that the intercept tends to 2.5: concepts M4, O11 and O12. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLessonsLineIsNearLeastSquaresAfterAHundredSteps(long seed) {
    double[][] features = new double[100][1];
    double[] targets = new double[100];
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < features.length; i++) {
      features[i][0] = random.nextDouble(-1, 1);
      targets[i] = 3 * features[i][0] + 2 + random.nextDouble();
    }
    Matrix<Sample, Coefficient> x = LinearModel.inputs(features);
    Vector<Sample> y = Vector.of(x.rowDim(), targets);
    LeastSquares closed = leastSquares(features, targets);
    double[] best = closed.solution();
    var descent = new GradientDescent(0.1);

    Vector<Coefficient> hundred =
        descent.minimize(Vector.of(D, -1, 1), 100, a -> MeanSquaredError.of(x.matmul(a), y));
    assertThat(Regression.distance(hundred.toArray(), best)).isBetween(1e-5, 5e-2);

    Vector<Coefficient> thousand =
        descent.minimize(Vector.of(D, -1, 1), 1000, a -> MeanSquaredError.of(x.matmul(a), y));
    assertThat(Regression.distance(thousand.toArray(), best)).isLessThan(1e-13);
    assertThat(best[1]).isCloseTo(2.5, within(0.1));
    assertThat(closed.learningRateBound()).isBetween(0.9, 1.0);
  }

  // region minibatches
  @Test
  void oneStepABatch() {
    Matrix<Sample, Coefficient> x = LinearModel.inputs(new double[][] {{-1}, {-0.5}, {0.5}, {1}});
    Vector<Sample> y = Vector.of(x.rowDim(), -1, 0.5, 3.5, 5);
    Vector<Coefficient> w = Vector.of(D, -1, 1).requiresGrad_();

    var descent = new GradientDescent(0.1);
    var batches = Batches.of(4, 2, new SplittableRandom(1));
    for (int epoch = 0; epoch < 200; epoch++) {
      for (IndexTensor rows : batches.epoch()) {
        Vector<Batch> prediction = x.rows(rows, Batch.class).matmul(w);
        descent.step(w, MeanSquaredError.of(prediction, y.at(rows, Batch.class)));
      }
    }
    assertThat(w.detach().toArray()).containsExactly(new double[] {3, 2}, within(1e-12));
  }

  // endregion

  /** With the noise gone every batch agrees on the solution; the numbers are PyTorch's, X028. */
  @Test
  void theGradientIsTheHandFormula() {
    Matrix<Sample, Coefficient> x = LinearModel.inputs(new double[][] {{0.5}, {-0.25}, {1}});
    Vector<Sample> y = Vector.of(x.rowDim(), 1, 2, 3);
    Vector<Coefficient> w = Vector.of(D, 0.5, 0.75).requiresGrad_();
    MeanSquaredError.of(x.matmul(w), y).backward();
    assertThat(w.grad().toArray())
        .containsExactly(new double[] {-0.9375, -2.0833333333333335}, within(1e-15));
  }

  /** Steps are not infinitely short: here a step of equal length toward the minimum does better. */
  @Test
  void withAFiniteStepAnotherDirectionMayDoBetter() {
    var bowl =
        new Regression(
            new double[][] {{1, 0}, {0, Math.sqrt(10)}}, new double[2], new double[] {10, 1});
    double[] gradient = bowl.gradient(bowl.start());
    double[] against = Regression.plus(bowl.start(), -0.15, gradient);
    double length = 0.15 * Regression.norm(gradient);
    double[] toMinimum =
        Regression.plus(bowl.start(), -length / Regression.norm(bowl.start()), bowl.start());
    assertThat(Regression.distance(against, bowl.start()))
        .isCloseTo(Regression.distance(toMinimum, bowl.start()), within(1e-12));
    assertThat(bowl.loss(bowl.start())).isCloseTo(55, within(1e-12));
    assertThat(bowl.loss(against)).isCloseTo(37.375, within(1e-12));
    assertThat(bowl.loss(toMinimum)).isCloseTo(34.2, within(0.1));
  }

  /** The numbers are PyTorch's, case X066. */
  @Test
  void theMeanIsNotDividedOnceMore() {
    Dim<Sample> n = Dim.of(Sample.class, 4);
    Dim<Coefficient> one = Dim.of(Coefficient.class, 1);
    Matrix<Sample, Coefficient> x = Matrix.ones(n, one);
    Vector<Sample> y = Vector.full(n, 2);
    var descent = new GradientDescent(0.1);

    Vector<Coefficient> byMean = Vector.zeros(one).requiresGrad_();
    descent.step(byMean, MeanSquaredError.of(x.matmul(byMean), y));
    assertThat(byMean.detach().toArray()).containsExactly(new double[] {0.4}, within(1e-15));

    Vector<Coefficient> bySum = Vector.zeros(one).requiresGrad_();
    descent.stepOnSum(bySum, x.matmul(bySum).sub(y).square().sum(), 4);
    assertThat(bySum.detach().toArray()).containsExactly(new double[] {0.4}, within(1e-15));

    Vector<Coefficient> twice = Vector.zeros(one).requiresGrad_();
    descent.stepOnSum(twice, MeanSquaredError.of(x.matmul(twice), y), 4);
    assertThat(twice.detach().toArray()).containsExactly(new double[] {0.1}, within(1e-15));
  }

  @Test
  void zeroingTheGradientBeforeTheStepMakesNoStep() {
    Vector<Coefficient> w = Vector.of(D, 1, 2).requiresGrad_();
    w.square().sum().backward();
    try (var off = NoGrad.on()) {
      w.grad().zero_();
      w.sub_(w.grad().mul(0.1));
    }
    assertThat(w.detach().toArray()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void theLearningRateIsPositiveAndFinite(double eta) {
    assertThatThrownBy(() -> new GradientDescent(eta))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            gradient descent: the learning rate must be positive and finite
              given  %s
            try 0.1"""
                .formatted(eta));
  }

  @Test
  void stepsAreNotNegative() {
    assertThatThrownBy(() -> new GradientDescent(0.1).minimize(Scalar.of(1), -1, w -> w.square()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            gradient descent: the number of steps must not be negative
              given  -1
            give 0 to stay at the start""");
  }

  @Test
  void noStepReturnsTheStart() {
    Scalar start = Scalar.of(5);
    Scalar end = new GradientDescent(0.1).minimize(start, 0, Scalar::square);
    assertThat(end.toDouble()).isEqualTo(5);
    assertThat(end.tensor().sharesStorageWith(start.tensor())).isFalse();
  }

  @Test
  void aSumIsOverAtLeastOneSample() {
    Scalar w = Scalar.of(1).requiresGrad_();
    assertThatThrownBy(() -> new GradientDescent(0.1).stepOnSum(w, w.square(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gradient descent: the sum must be over at least one sample\n  given  0");
  }

  @Test
  void aLossThatIsNotFiniteEndsItBeforeTheParametersChange() {
    Scalar w = Scalar.of(Double.MAX_VALUE).requiresGrad_();
    Scalar loss = w.square();
    assertThatThrownBy(() -> new GradientDescent(0.5).step(w, loss))
        .isInstanceOf(DivergenceException.class)
        .hasMessage(
            """
            gradient descent: the loss must be finite
              loss           Infinity
              learning rate  0.5
            start again with a smaller learning rate: above 2/λmax of the Hessian each step grows the error""");
    assertThat(w.detach().toDouble()).isEqualTo(Double.MAX_VALUE);
    assertThat(w.hasGrad()).isFalse();
  }

  @Test
  void aDescentThatRunsAwayKeepsItsLog() {
    var log = new TrainingLog();
    assertThatThrownBy(
            () -> new GradientDescent(100).minimize(Scalar.of(1), 1000, Scalar::square, log))
        .isInstanceOf(DivergenceException.class);
    assertThat(log.losses()[1]).isEqualTo(199 * 199);
    assertThat(Double.isInfinite(log.losses()[log.entries().size() - 1])).isTrue();
  }

  private static LeastSquares leastSquares(double[][] features, double[] targets) {
    double[][] x = new double[features.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {features[i][0], 1};
    }
    return LeastSquares.of(x, targets);
  }
}
