package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gradus.learn.Adam;
import org.gradus.learn.Optimizer;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of Adam: concept O19 of the lesson. */
// [proof->learn~adam~1]
class AdamTest {

  /** Three steps on a₁² + a₂² from (1, −2); the numbers are PyTorch's, case C163. */
  @Test
  void threeStepsAreThoseOfPyTorch() {
    SgdTest.assertEqual(
        SgdTest.trace(Adam.of(0.1)),
        new double[][] {
          {0.9000000005, -1.90000000025},
          {0.8004122286917927, -1.800166486115701},
          {0.7015862729460302, -1.700623392046465}
        });
  }

  /** However large the gradient is. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1e8})
  void theFirstStepIsTheLearningRateAgainstTheSign(double size) {
    Tensor a = Tensor.of(0, 0, 0).requiresGrad_().setGrad(Tensor.of(size, -size, 0));
    Optimizer.of(Adam.of(0.1), a).step();
    assertThat(a.detach().toArray()).containsExactly(new double[] {-0.1, 0.1, 0}, within(1e-5));
  }

  /** After a large gradient a small one moves less, for the mean square does not forget it. */
  @Test
  void theMeanSquareOfAmsgradNeverFalls() {
    Adam forgetful = Adam.of(0.1).withBetas(0, 0.1);
    assertThat(secondMove(forgetful.withAmsgrad())).isLessThan(0.05 * secondMove(forgetful));
  }

  private static double secondMove(Adam adam) {
    Tensor a = Tensor.of(0).requiresGrad_().setGrad(Tensor.of(1000));
    Optimizer optimizer = Optimizer.of(adam, a);
    optimizer.step();
    double before = a.detach().item();
    for (int t = 0; t < 4; t++) {
      a.setGrad(Tensor.of(1));
      optimizer.step();
    }
    return before - a.detach().item();
  }

  @Test
  void eachChangeKeepsTheRest() {
    Adam adam = Adam.of(0.1).withBetas(0.5, 0.6).withEps(0.2).withWeightDecay(0.3);
    assertThat(adam.withAmsgrad().withMaximize().withLearningRate(0.4))
        .isEqualTo(new Adam(0.4, 0.5, 0.6, 0.2, 0.3, true, true));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void numbersAreFiniteAndNotNegative(double wrong) {
    SgdTest.refused(() -> Adam.of(wrong), "adam", "learning rate", wrong, "0.001");
    Adam adam = Adam.of(0.1);
    SgdTest.refused(() -> adam.withEps(wrong), "adam", "eps", wrong, "1e-8");
    SgdTest.refused(() -> adam.withWeightDecay(wrong), "adam", "weight decay", wrong, "0.0001");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void betasAreSharesBelowOne(double wrong) {
    assertThatThrownBy(() -> Adam.of(0.1).withBetas(wrong, 0.999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            adam: the first beta must be at least 0 and below 1
              given  %s
            try 0.9"""
                .formatted(wrong));
    assertThatThrownBy(() -> Adam.of(0.1).withBetas(0.9, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            adam: the second beta must be at least 0 and below 1
              given  %s
            try 0.999"""
                .formatted(wrong));
  }
}
