package org.gradus.whole.proofs.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.whole.proofs.lesson.Problem.coefficients;
import static org.gradus.whole.proofs.lesson.Problem.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Coefficient;
import org.gradus.learn.GradientDescent;
import org.gradus.learn.Sample;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Optimization, concept by concept. */
class LessonOptimizationTest {

  /** An iterate is a sum of terms of size 10, each rounded by 2⁻⁵³, over some hundred steps. */
  private static final double ROUNDING = 1e-13;

  private static final double[] START = {-1, 1};

  // [proof->lesson~O1~1]
  @Test
  void aStepBelowTheBoundNeverRaisesTheLoss() {
    Problem problem = Problem.drawn(5);
    double bound = problem.leastSquares().learningRateBound();
    for (double share : new double[] {0.01, 0.3, 0.7, 0.99}) {
      double before = Double.POSITIVE_INFINITY;
      for (Vector<Coefficient> a : descent(problem, share * bound, 100)) {
        double loss = problem.loss(a).toDouble();
        assertThat(loss).isLessThanOrEqualTo(before + ROUNDING);
        before = loss;
      }
    }
  }

  // [proof->lesson~O2~1]
  @Test
  void aStepIsTheLearningRateTimesTheNegativeGradient() {
    Vector<Coefficient> a = descent(Problem.exact(), 0.1, 1).get(1);
    assertThat(a.toArray()).containsExactly(-1 + 0.1 * 5, 1 + 0.1 * 2);
  }

  // [proof->lesson~O3~1]
  @Test
  void noDirectionFallsSteeperThanTheNegativeGradient() {
    Problem problem = Problem.drawn(5);
    double[] g = problem.gradient(coefficients(-1, 1)).toArray();
    double steepest = -Math.hypot(g[0], g[1]);
    for (int angle = 0; angle < 360; angle++) {
      double t = Math.toRadians(angle);
      assertThat(Math.cos(t) * g[0] + Math.sin(t) * g[1])
          .isGreaterThanOrEqualTo(steepest - ROUNDING);
    }
    double[] best = problem.leastSquares().solutionByQr();
    double length = Math.hypot(best[0] + 1, best[1] - 1);
    Vector<Coefficient> downhill =
        coefficients(-1 + length * g[0] / steepest, 1 + length * g[1] / steepest);
    Vector<Coefficient> elsewhere = Vector.of(Problem.COEFFICIENTS, best);
    assertThat(problem.loss(elsewhere).toDouble()).isLessThan(problem.loss(downhill).toDouble());
  }

  // [proof->lesson~O4~1]
  @Test
  void everyIterateIsThatOfTheClosedForm() {
    Problem problem = Problem.drawn(5);
    LeastSquares closed = problem.leastSquares();
    List<Vector<Coefficient>> iterates = descent(problem, 0.1, 200);
    for (int t = 0; t <= 200; t++) {
      assertThat(iterates.get(t).toArray())
          .containsExactly(closed.iterate(t, 0.1, START), within(ROUNDING));
    }
  }

  // [proof->lesson~O5~1]
  @Test
  void theInputsOfTheAlgorithmAreChecked() {
    Problem problem = Problem.exact();
    Vector<Coefficient> start = coefficients(-1, 1);
    GradientDescent descent = new GradientDescent(0.1);
    assertThat(descent.minimize(start, 0, problem::loss).toArray()).containsExactly(START);
    assertThat(descent.minimize(start, 1, problem::loss).toArray())
        .containsExactly(-1 + 0.1 * 5, 1 + 0.1 * 2);
    assertThatThrownBy(() -> descent.minimize(start, -1, problem::loss))
        .isInstanceOf(IllegalArgumentException.class);
    for (double rate : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new GradientDescent(rate))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  // [proof->lesson~O6~1]
  @Test
  void theGradientOfLinearRegressionIsThatOfTheFormula() {
    Problem problem = Problem.drawn(5);
    Vector<Coefficient> a = coefficients(0.5, 0.75);
    Vector<Sample> error = problem.x().matmul(a).sub(problem.y());
    double[] gradient = problem.gradient(a).toArray();
    assertThat(gradient)
        .containsExactly(
            problem.x().transpose().matmul(error).mul(2.0 / 100).toArray(), within(ROUNDING));
    assertThat(gradient[1]).isCloseTo(2 * error.mean().toDouble(), within(ROUNDING));
  }

  // [proof->lesson~O7~1]
  @Test
  void backwardStoresTheGradientInTheLeaf() {
    Vector<Coefficient> a = coefficients(-1, 1).requiresGrad_();
    assertThat(a.hasGrad()).isFalse();
    Problem.exact().loss(a).backward();
    assertThat(a.grad().toArray()).containsExactly(-5, -2);
  }

  // [proof->lesson~O8~1]
  @Test
  void anUpdateNeedsAGradientAndANoGradBlock() {
    Vector<Coefficient> a = coefficients(-1, 1).named("a").requiresGrad_();
    assertThatThrownBy(() -> a.sub_(a.grad().mul(0.1)))
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("a : [coefficient=2] has no gradient");
    Problem.exact().loss(a).backward();
    assertThatThrownBy(() -> a.sub_(a.grad().mul(0.1)))
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("NoGrad.on()");
    assertThat(a.detach().toArray()).containsExactly(-1, 1);
  }

  // [proof->lesson~O9~1]
  @Test
  void aZeroedGradientStartsTheNextStepAnew() {
    Vector<Coefficient> a = coefficients(-1, 1).requiresGrad_();
    assertThatThrownBy(() -> a.grad().zero_()).isInstanceOf(GradientException.class);
    Problem.exact().loss(a).backward();
    a.grad().zero_();
    assertThat(a.grad().toArray()).containsExactly(0, 0);
    Problem.exact().loss(a).backward();
    assertThat(a.grad().toArray()).containsExactly(-5, -2);
  }

  // [proof->lesson~O10~1]
  @Test
  void aNoGradBlockEndsAlsoByAnException() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    assertThatThrownBy(
            () -> {
              try (var off = NoGrad.on()) {
                assertThat(a.mul(2).requiresGrad()).isFalse();
                throw new IllegalStateException("leave");
              }
            })
        .hasMessage("leave");
    assertThat(a.mul(2).requiresGrad()).isTrue();
  }

  // [proof->lesson~O11~1]
  @Test
  void descentConvergesJustBelowTheBoundAndDivergesJustAboveIt() {
    for (long seed = 1; seed <= 4; seed++) {
      Problem problem = Problem.drawn(seed);
      LeastSquares closed = problem.leastSquares();
      double bound = closed.learningRateBound();
      assertThat(closed.largestEigenvalue()).isGreaterThanOrEqualTo(2);
      assertThat(bound).isLessThanOrEqualTo(1);
      assertThat(distance(problem, 0.99 * bound, 2000)).isLessThan(1e-10);
      assertThat(distance(problem, 1.01 * bound, 2000)).isGreaterThan(1e15);
    }
  }

  // [proof->lesson~O12~1]
  @Test
  void aHundredStepsComeCloseAndAThousandArrive() {
    for (long seed = 1; seed <= 4; seed++) {
      assertThat(distance(Problem.drawn(seed), 0.1, 100)).isLessThan(2e-2);
      assertThat(distance(Problem.drawn(seed), 0.1, 1000)).isLessThan(1e-13);
    }
  }

  // [proof->lesson~O14~1]
  @Test
  void theBatchesOfAnEpochAreAPermutationOfTheRows() {
    IndexTensor order = IndexTensor.permutation(10, generator(7));
    List<Integer> seen = new ArrayList<>();
    for (int start = 0; start < 10; start += 4) {
      Arrays.stream(order.slice(start, start + 4).toArray()).forEach(seen::add);
    }
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(seen).isNotEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  // [proof->lesson~O15~1]
  @Test
  void aBatchOfAllRowsHasTheGradientOfTheWhole() {
    Problem problem = Problem.drawn(5);
    Vector<Coefficient> a = coefficients(-1, 1);
    assertThat(batch(problem, IndexTensor.permutation(100, generator(7))).gradient(a).toArray())
        .containsExactly(problem.gradient(a).toArray(), within(ROUNDING));
  }

  // [proof->lesson~O16~1]
  @Test
  void theMeanOverAllBatchesIsTheGradientOfTheWhole() {
    Problem problem = Problem.exact();
    Vector<Coefficient> a = coefficients(-1, 1);
    double[] mean = new double[2];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        double[] part = batch(problem, IndexTensor.of(i, j)).gradient(a).toArray();
        Arrays.setAll(mean, k -> mean[k] + part[k] / 6);
      }
    }
    assertThat(mean).containsExactly(new double[] {-5, -2}, within(ROUNDING));
  }

  // [proof->lesson~O17~1]
  @Test
  void theBatchSizeTellsTheKindsOfDescentApart() {
    Problem problem = Problem.drawn(5);
    Vector<Coefficient> a = coefficients(-1, 1);
    for (int size : new int[] {1, 10, 100}) {
      Problem batch = batch(problem, IndexTensor.permutation(100, generator(7)).slice(0, size));
      assertThat(batch.x().rowDim().length()).isEqualTo(size);
      Vector<Sample> error = batch.x().matmul(a).sub(batch.y());
      assertThat(batch.gradient(a).toArray())
          .containsExactly(
              batch.x().transpose().matmul(error).mul(2.0 / size).toArray(), within(ROUNDING));
    }
  }

  private static Problem batch(Problem problem, IndexTensor rows) {
    return new Problem(problem.x().rows(rows, Sample.class), problem.y().at(rows, Sample.class));
  }

  private static double distance(Problem problem, double eta, int steps) {
    double[] best = problem.leastSquares().solutionByQr();
    double[] last = descent(problem, eta, steps).get(steps).toArray();
    return Math.hypot(last[0] - best[0], last[1] - best[1]);
  }

  /** Returns all iterates from (−1, 1), the start first. */
  private static List<Vector<Coefficient>> descent(Problem problem, double eta, int steps) {
    Vector<Coefficient> a = Vector.of(Problem.COEFFICIENTS, START).requiresGrad_();
    List<Vector<Coefficient>> iterates = new ArrayList<>();
    iterates.add(a.detach().clone());
    for (int t = 0; t < steps; t++) {
      problem.loss(a).backward();
      try (var off = NoGrad.on()) {
        a.sub_(a.grad().mul(eta));
        a.grad().zero_();
      }
      iterates.add(a.detach().clone());
    }
    return iterates;
  }
}
