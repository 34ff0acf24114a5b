package org.gradus.whole.proofs.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.whole.proofs.lesson.Problem.coefficients;
import static org.gradus.whole.proofs.lesson.Problem.generator;

import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** The wrong statements of the lesson's notes, run. */
class ErrataTest {

  // [proof->lesson~erratum-1~1]
  @Test
  void onePathGivesAThirdOfTheGradient() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    a.mul(2).mul(a.mul(a)).backward();
    double onePath = 2 * 9;
    assertThat(a.grad().item()).isEqualTo(3 * onePath).isEqualTo(54);
  }

  // [proof->lesson~erratum-2~1]
  @Test
  void aLossHasNothingToZero() {
    assertThat(Javac.messages("loss.zeroGrad();")).contains("cannot find symbol");
    assertThat(Javac.messages("m.grad().zero_();")).isEmpty();
  }

  // [proof->lesson~erratum-3~1]
  @Test
  void aNoGradBlockNeedsTheCall() {
    assertThat(Javac.messages("try (var off = NoGrad) {}")).contains("cannot find symbol");
    assertThat(Javac.messages("try (var off = NoGrad.on()) {}")).isEmpty();
  }

  // [proof->lesson~erratum-4~1]
  @Test
  void argumentsMakeAVector() {
    assertThat(Tensor.of(3., 2).toArray()).containsExactly(3, 2);
  }

  // [proof->lesson~erratum-5~1]
  @Test
  void onesAreNotTheIdentity() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertThat(Tensor.eye(2).matmul(x).sub(x).abs().sum().item()).isZero();
    assertThat(Tensor.ones(2, 2).matmul(x).sub(x).abs().sum().item()).isEqualTo(3 + 4 + 1 + 2);
  }

  // [proof->lesson~erratum-6~1]
  @Test
  void noiseMovesTheFittedIntercept() {
    assertThat(Problem.exact().leastSquares().solutionByQr()[1]).isCloseTo(2, within(1e-14));
    for (long seed = 1; seed <= 4; seed++) {
      double intercept = Problem.drawn(seed).leastSquares().solutionByQr()[1];
      // The deviation for 100 points is 0.029; five of them are allowed.
      assertThat(intercept).isCloseTo(2.5, within(0.15));
    }
  }

  // [proof->lesson~erratum-7~1]
  @Test
  void theSourceOfADetachedTensorKeepsItsGradient() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor y = a.mul(a);
    assertThat(y.detach().requiresGrad()).isFalse();
    y.sum().backward();
    assertThat(a.detach().hasGrad()).isFalse();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
  }

  // [proof->lesson~erratum-8~1]
  @Test
  void theLogarithmBelongsToTheLikelihood() {
    Tensor p = Tensor.of(new double[][] {{0.01, 0.99}}).requiresGrad_();
    IndexTensor y = IndexTensor.of(0);
    Losses.nll(p.log(), y).backward();
    assertThat(p.grad().at(0, 0)).as("(−ln p)′ = −1/p").isCloseTo(-100, within(1e-12));
    assertThat(Autograd.gradient(p.select(1, 0).neg().sum(), p).at(0, 0)).isEqualTo(-1);
    Tensor logits = Tensor.of(new double[][] {{1, 2, 3}, {3, 2, 1}});
    IndexTensor classes = IndexTensor.of(2, 0);
    assertThat(Losses.nll(logits.logSoftmax(1), classes).toDouble())
        .as("PyTorch's case X050")
        .isCloseTo(0.4076059644443804, within(1e-15))
        .isCloseTo(Losses.crossEntropy(logits, classes).toDouble(), within(1e-15));
  }

  // [proof->lesson~erratum-9~1]
  @Test
  void anExponentialThatUnderflowsIsZeroAndItsLogarithmIsNot() {
    Tensor x = Tensor.of(-1000, -1001);
    assertThat(x.exp().toArray()).containsExactly(0, 0);
    assertThat(x.exp().log().toArray()).containsOnly(Double.NEGATIVE_INFINITY);
    assertThat(x.exp().div(x.exp().sum()).toArray()).containsOnly(Double.NaN);
    double larger = 1 / (1 + Math.exp(-1));
    double[] right = {larger, 1 - larger};
    assertThat(x.softmax(0).toArray()).containsExactly(right, within(1e-15));
    assertThat(x.logSoftmax(0).exp().toArray()).containsExactly(right, within(1e-15));
  }

  // [proof->lesson~erratum-10~1]
  @Test
  void oneUpdateRuleHoldsAllThreeMeanings() {
    Problem problem = Problem.drawn(5);
    for (int size : new int[] {1, 10, 100}) {
      Vector<Coefficient> a = coefficients(-1, 1).requiresGrad_();
      IndexTensor rows = IndexTensor.permutation(100, generator(7)).slice(0, size);
      new Problem(problem.x().rows(rows, Sample.class), problem.y().at(rows, Sample.class))
          .loss(a)
          .backward();
      double[] step = a.grad().mul(0.1).toArray();
      try (var off = NoGrad.on()) {
        a.sub_(a.grad().mul(0.1));
      }
      assertThat(a.detach().toArray()).containsExactly(-1 - step[0], 1 - step[1]);
    }
  }

  // [proof->lesson~erratum-11~1]
  @Test
  void theInputIsNoParameter() {
    Problem problem = Problem.exact();
    Vector<Coefficient> a = coefficients(-1, 1).requiresGrad_();
    problem.loss(a).backward();
    assertThat(a.hasGrad()).isTrue();
    assertThat(problem.x().hasGrad()).isFalse();
  }

  // [proof->lesson~erratum-12~1]
  @Test
  void anIndexTensorIsNoBoundOfASlice() {
    Tensor y = Tensor.of(10, 20, 30, 40, 50);
    assertThat(y.index(IndexTensor.of(0, 2)).toArray()).containsExactly(10, 30);
    assertThat(Javac.messages("y.tensor().first(index);"))
        .contains("IndexTensor cannot be converted to int");
  }

  // [proof->lesson~erratum-13~1]
  @Test
  void anUpdateWithoutBackwardSaysSo() {
    Vector<Coefficient> a = coefficients(-1, 1).named("a").requiresGrad_();
    assertThatThrownBy(() -> a.sub_(a.grad().mul(0.1)))
        .isInstanceOf(GradientException.class)
        .hasMessageStartingWith("grad: a : [coefficient=2] has no gradient yet: no backward()");
  }

  // [proof->lesson~erratum-14~1]
  @Test
  void aMeanThatIsDividedByTheBatchAgainMakesAFourthOfTheStep() {
    assertThat(summed(LossReduction.NONE)).containsExactly(new double[] {0.4, 16}, within(1e-15));
    assertThat(summed(LossReduction.MEAN)).containsExactly(new double[] {0.1, 4}, within(1e-15));
  }

  /** The notes' branch that sums the loss and divides the update: weight after it, reported sum. */
  private static double[] summed(LossReduction reduction) {
    Tensor w = Tensor.zeros(1).requiresGrad_();
    Tensor l = Losses.mse(Tensor.ones(4, 1).matmul(w), Tensor.full(2, 4), reduction);
    l.sum().backward();
    try (var off = NoGrad.on()) {
      w.sub_(w.grad().mul(0.1 / 4));
    }
    return new double[] {w.at(0), l.detach().sum().item()};
  }

  // [proof->lesson~erratum-15~1]
  @Test
  void aChangeIsHarmlessOnlyIfBackwardDoesNotNeedTheOldValue() {
    Tensor harmless = Tensor.of(0.5, 0.75).requiresGrad_();
    Tensor linear = Tensor.ones(5, 2).matmul(harmless).sum();
    change(harmless);
    linear.backward();
    assertThat(harmless.grad().toArray()).containsExactly(5, 5);
    Tensor harmful = Tensor.of(0.5, 0.75).requiresGrad_();
    Tensor square = harmful.mul(harmful).sum();
    change(harmful);
    assertThatThrownBy(square::backward)
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("was changed in place afterwards");
  }

  private static void change(Tensor a) {
    try (var off = NoGrad.on()) {
      a.sub_(0.1);
    }
  }

  // [proof->lesson~erratum-16~1]
  @Test
  void aLongStepElsewhereLowersTheLossMore() {
    double steepest = stretched(10 - 5 / Math.sqrt(2), 1 - 5 / Math.sqrt(2));
    double towardTheMinimum = stretched(10 - 5 * 10 / Math.sqrt(101), 1 - 5 * 1 / Math.sqrt(101));
    assertThat(towardTheMinimum).isLessThan(steepest);
  }

  /** Ten times as steep upward as across; its gradient at (10, 1) is (10, 10). */
  private static double stretched(double x, double y) {
    return (x * x + 10 * y * y) / 2;
  }

  // [proof->lesson~erratum-17~1]
  @Test
  void aProductWithAParameterRequiresAGradient() {
    Problem problem = Problem.exact();
    assertThat(problem.x().requiresGrad()).isFalse();
    assertThat(problem.x().matmul(coefficients(-1, 1).requiresGrad_()).requiresGrad()).isTrue();
  }

  // [proof->lesson~erratum-18~1]
  @Test
  void theMessageAboutPlainArraysNamesDetach() {
    assertThatThrownBy(() -> Tensor.of(1, 2).requiresGrad_().toArray())
        .isInstanceOf(GradientException.class)
        .hasMessageEndingWith("call detach().toArray() instead");
  }

  // [proof->lesson~erratum-19~1]
  @Test
  void adamIsWrittenInSmallLetters() {
    assertThat(Javac.messages("org.gradus.learn.ADAM.of(0.1);")).contains("cannot find symbol");
    assertThat(Javac.messages("org.gradus.learn.Adam.of(0.1);")).isEmpty();
  }

  // [proof->lesson~erratum-20~1]
  @Test
  void inPlaceMethodsReturnTheirTensor() {
    Tensor x = Tensor.ones(2);
    assertThat(x.add_(1)).isSameAs(x);
    assertThat(x.sub_(1)).isSameAs(x);
    assertThat(x.zero_()).isSameAs(x);
    assertThat(x.uniform_(0, 1, generator(7))).isSameAs(x);
  }

  // [proof->lesson~erratum-21~1]
  @Test
  void theSignDependsOnTheArgumentDifferentiated() {
    Tensor a = Tensor.of(3, 1).requiresGrad_();
    a.mse(Tensor.of(1, 1)).backward();
    assertThat(a.grad().toArray()).containsExactly(2, 0);
    Tensor b = Tensor.of(1, 1).requiresGrad_();
    b.mse(Tensor.of(3, 1)).backward();
    assertThat(b.grad().toArray()).containsExactly(-2, 0);
  }

  // [proof->lesson~erratum-22~1]
  @Test
  void aTensorMarkedInANoGradBlockRequiresAGradient() {
    try (var off = NoGrad.on()) {
      Tensor made = Tensor.ones(2).requiresGrad_();
      assertThat(made.requiresGrad()).isTrue();
      assertThat(made.mul(2).requiresGrad()).isFalse();
    }
  }
}
