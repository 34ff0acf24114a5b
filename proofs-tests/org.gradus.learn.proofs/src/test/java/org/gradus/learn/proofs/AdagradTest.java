package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.learn.Adagrad;
import org.gradus.learn.Optimizer;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of descent over the root of the sum of squares. */
// [proof->learn~adagrad~1]
class AdagradTest {

  /** Of equal gradients step t goes η/√t. */
  @Test
  void equalGradientsMoveLessAndLess() {
    Tensor w = Tensor.of(0).requiresGrad_().setGrad(Tensor.of(3));
    Optimizer optimizer = Optimizer.of(Adagrad.of(0.5).withEps(0), w);
    double expected = 0;
    for (int t = 1; t <= 16; t++) {
      optimizer.step();
      expected -= 0.5 * 3 / Math.sqrt(9 * t);
      assertThat(w.detach().item()).isEqualTo(expected);
    }
  }

  /** v₀ = 16 and g = 3: the first step goes η·3/5, the second, of κ = 1, η/2·3/√34. */
  @Test
  void theSumBeginsWhereItIsToldAndTheRateDecays() {
    Tensor w = Tensor.of(0).requiresGrad_().setGrad(Tensor.of(3));
    Adagrad adagrad = Adagrad.of(1).withEps(0).withInitialAccumulator(16);
    Optimizer optimizer = Optimizer.of(adagrad.withLearningRateDecay(1), w);
    optimizer.step();
    assertThat(w.detach().item()).isEqualTo(-0.6);
    optimizer.step();
    assertThat(w.detach().item()).isEqualTo(-0.6 - 1.5 / Math.sqrt(34));
  }

  @Test
  void eachChangeKeepsTheRest() {
    Adagrad adagrad = Adagrad.of(0.1).withLearningRateDecay(0.5).withWeightDecay(0.3);
    assertThat(adagrad.withInitialAccumulator(2).withEps(0.2).withMaximize().withLearningRate(0.4))
        .isEqualTo(new Adagrad(0.4, 0.5, 0.3, 2, 0.2, true));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void numbersAreFiniteAndNotNegative(double wrong) {
    SgdTest.refused(() -> Adagrad.of(wrong), "adagrad", "learning rate", wrong, "0.01");
    Adagrad adagrad = Adagrad.of(0.1);
    SgdTest.refused(
        () -> adagrad.withLearningRateDecay(wrong), "adagrad", "learning rate decay", wrong, "0");
    SgdTest.refused(
        () -> adagrad.withWeightDecay(wrong), "adagrad", "weight decay", wrong, "0.0001");
    SgdTest.refused(
        () -> adagrad.withInitialAccumulator(wrong), "adagrad", "initial accumulator", wrong, "0");
    SgdTest.refused(() -> adagrad.withEps(wrong), "adagrad", "eps", wrong, "1e-10");
  }
}
