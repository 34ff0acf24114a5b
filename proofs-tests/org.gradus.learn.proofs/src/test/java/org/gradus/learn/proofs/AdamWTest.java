package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Update;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of Adam with a weight decay of its own. */
// [proof->learn~adamw~1]
class AdamWTest {

  /** Where the gradient is zero, Adam's own decay moves by the learning rate, whatever λ is. */
  @Test
  void theDecayDoesNotGoThroughTheDivisor() {
    assertThat(afterAStepOfZeros(new AdamW(Adam.of(0.1), 0.5))).isEqualTo(10 * (1 - 0.1 * 0.5));
    assertThat(afterAStepOfZeros(Adam.of(0.1).withWeightDecay(0.5)))
        .isBetween(10 - 0.1, 10 - 0.1 + 1e-8);
  }

  private static double afterAStepOfZeros(Update update) {
    Tensor w = Tensor.of(10).requiresGrad_().setGrad(Tensor.of(0));
    Optimizer.of(update, w).step();
    return w.detach().item();
  }

  @Test
  void eachChangeKeepsTheRest() {
    Adam adam = Adam.of(0.1).withBetas(0.5, 0.6);
    AdamW adamW = new AdamW(adam, 0.2);
    assertThat(adamW.withLearningRate(0.3).withWeightDecay(0.4))
        .isEqualTo(new AdamW(adam.withLearningRate(0.3), 0.4));
    assertThat(AdamW.of(0.1)).isEqualTo(new AdamW(Adam.of(0.1), 0.01));
    assertThat(adamW.learningRate()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void theDecayIsFiniteAndNotNegative(double wrong) {
    SgdTest.refused(
        () -> AdamW.of(0.1).withWeightDecay(wrong), "adamw", "weight decay", wrong, "0.01");
  }

  @Test
  void nothingDecaysTwice() {
    assertThatThrownBy(() -> new AdamW(Adam.of(0.1).withWeightDecay(0.2), 0.3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            adamw: Adam must have no weight decay, or parameters would decay twice
              given  0.2
            leave it at 0 there, and give it to adamw""");
  }
}
