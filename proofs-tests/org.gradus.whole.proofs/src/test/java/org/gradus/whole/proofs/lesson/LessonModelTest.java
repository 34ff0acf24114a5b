package org.gradus.whole.proofs.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.whole.proofs.lesson.Problem.coefficients;
import static org.gradus.whole.proofs.lesson.Problem.generator;

import java.util.function.UnaryOperator;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Linear model, data and loss, concept by concept. */
class LessonModelTest {

  /** Sums of four terms of size 10 round by a few units of 10·2⁻⁵³. */
  private static final double ROUNDING = 1e-14;

  interface Output extends Axis {}

  // [proof->lesson~M1~1]
  @Test
  void aColumnOfOnesMakesTheInterceptACoefficient() {
    Problem problem = Problem.exact();
    Vector<Sample> line = problem.x().column(0).mul(3).add(2);
    assertThat(problem.x().matmul(coefficients(3, 2)).toArray()).isEqualTo(line.toArray());
  }

  // [proof->lesson~M2~1]
  @Test
  void theCoefficientsRequireAGradientAndTheInputsDoNot() {
    Problem problem = Problem.exact();
    Vector<Coefficient> a = coefficients(0.5, 0.75).requiresGrad_();
    problem.loss(a).backward();
    assertThat(a.hasGrad()).isTrue();
    assertThat(problem.x().requiresGrad()).isFalse();
    assertThat(problem.x().hasGrad()).isFalse();
  }

  // [proof->lesson~M3~1]
  @Test
  void aLinearModelMapsFeaturesToOutputs() {
    Dim<Output> outputs = Dim.of(Output.class, 3);
    Matrix<Sample, Coefficient> x = Problem.exact().x();
    Matrix<Coefficient, Output> w = Matrix.of(Problem.COEFFICIENTS, outputs, 1, 2, 3, 4, 5, 6);
    Matrix<Sample, Output> y = x.matmul(w).addRow(Vector.of(outputs, 10, 20, 30));
    assertThat(y.shape()).containsExactly(4, 3);
    assertThat(y.row(0).toArray()).containsExactly(-1 + 4 + 10, -2 + 5 + 20, -3 + 6 + 30);
  }

  // [proof->lesson~M4~1]
  @Test
  void noiseOfMeanOneHalfMovesTheInterceptByOneHalf() {
    // The deviation of the intercept of n points is 1/√(12·n) = 0.0029; five of them are allowed.
    double[] fitted = Problem.drawn(10_000, generator(3)).leastSquares().solutionByQr();
    assertThat(fitted[1]).isCloseTo(2.5, within(0.015));
    // The deviation of the slope is √3 times as large, since x is uniform on [−1, 1).
    assertThat(fitted[0]).isCloseTo(3, within(0.025));
  }

  // [proof->lesson~M5~1]
  @Test
  void aParameterIsALeafThatAnUpdateChanges() {
    Problem problem = Problem.exact();
    Vector<Coefficient> a = coefficients(0.5, 0.75).requiresGrad_();
    problem.loss(a).backward();
    try (var off = NoGrad.on()) {
      a.sub_(a.grad().mul(0.1));
    }
    assertThat(a.isLeaf()).isTrue();
    assertThat(a.requiresGrad()).isTrue();
    assertThat(a.detach().toArray()).containsExactly(new double[] {0.8125, 1}, within(ROUNDING));
  }

  // [proof->lesson~M6~1]
  @Test
  void modelsComposeAsFunctions() {
    UnaryOperator<Tensor> inner = x -> x.mul(2);
    UnaryOperator<Tensor> outer = x -> x.add(1);
    Tensor x = Tensor.of(1, 2, 3);
    assertThat(inner.andThen(outer).apply(x).toArray()).isEqualTo(outer.apply(x.mul(2)).toArray());
  }

  // [proof->lesson~M8~1]
  @Test
  void aPredictionIsOneExpression() {
    Problem problem = Problem.exact();
    Vector<Sample> prediction = problem.x().matmul(coefficients(0.5, 0.75));
    assertThat(prediction.toArray()).containsExactly(0.25, 0.5, 1, 1.25);
    assertThat(prediction.sub(problem.y()).toArray()).containsExactly(1.25, 0, -2.5, -3.75);
  }

  // [proof->lesson~M9~1]
  @Test
  void theMeanSquaredErrorRefusesUnequalShapes() {
    Tensor prediction = Tensor.of(1, 2, 3, 4).requiresGrad_();
    Tensor target = Tensor.of(0, 2, 4, 8);
    Tensor loss = prediction.mse(target);
    loss.backward();
    assertThat(loss.item()).isEqualTo((1 + 0 + 1 + 16) / 4.0);
    assertThat(prediction.grad().toArray()).containsExactly(0.5, 0, -0.5, -2);
    assertThat(target.mse(target).item()).isZero();
    assertThatThrownBy(() -> Tensor.ones(100, 1).mse(Tensor.ones(100)))
        .isInstanceOf(ShapeException.class);
  }

  // [proof->lesson~M10~1]
  @Test
  void theBetterPredictionHasTheSmallerLoss() {
    Problem problem = Problem.exact();
    Scalar better = problem.loss(coefficients(2.9, 2));
    Scalar worse = problem.loss(coefficients(2, 2));
    assertThat(better.toDouble()).isLessThan(worse.toDouble());
  }

  // [proof->lesson~M11~1]
  @Test
  void exchangingTheArgumentsChangesTheSignOfTheGradientAlone() {
    Tensor prediction = Tensor.of(1, 2, 4).requiresGrad_();
    Tensor target = Tensor.of(3, 2, 1).requiresGrad_();
    Tensor loss = prediction.mse(target);
    assertThat(loss.item()).isEqualTo(target.mse(prediction).item());
    loss.backward();
    assertThat(target.grad().add(prediction.grad()).toArray()).containsExactly(0, 0, 0);
    assertThat(prediction.grad().toArray()).containsExactly(-4 / 3.0, 0, 2);
  }

  // [proof->lesson~M12~1]
  @Test
  void theGradientIsZeroAtTheClosedForm() {
    Problem problem = Problem.drawn(5);
    LeastSquares closed = problem.leastSquares();
    Vector<Coefficient> best = Vector.of(Problem.COEFFICIENTS, closed.solutionByQr());
    assertThat(problem.gradient(best).toArray())
        .containsExactly(new double[] {0, 0}, within(ROUNDING));
    double least = problem.loss(best).toDouble();
    for (int angle = 0; angle < 360; angle += 10) {
      double t = Math.toRadians(angle);
      Vector<Coefficient> step = coefficients(Math.cos(t), Math.sin(t)).mul(1e-3);
      assertThat(problem.loss(best.add(step)).toDouble()).isGreaterThan(least);
    }
  }

  // [proof->lesson~M13~1]
  @Test
  void theLossTellsTwoLinesApart() {
    Problem problem = Problem.exact();
    Vector<Coefficient> first = coefficients(0.5, 0.75);
    Vector<Coefficient> second = coefficients(-1, 1);
    assertThat(problem.loss(first).toDouble()).isEqualTo(5.46875);
    assertThat(problem.gradient(first).toArray()).containsExactly(-3.125, -2.5);
    assertThat(problem.x().matmul(second).toArray()).containsExactly(2, 1.5, 0.5, 0);
    assertThat(problem.loss(second).toDouble()).isEqualTo(11);
    assertThat(problem.gradient(second).toArray()).containsExactly(-5, -2);
  }
}
