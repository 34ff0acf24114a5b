package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.learn.Optimizer;
import org.gradus.learn.RmsProp;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of descent over the root mean square. */
// [proof->learn~rmsprop~1]
class RmsPropTest {

  /** v = (1 − α)·g² in the first step, so that it goes η/√(1 − α), whatever the size of g. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1e8})
  void theFirstStepDoesNotDependOnTheSizeOfTheGradient(double size) {
    Tensor w = Tensor.of(0, 0).requiresGrad_().setGrad(Tensor.of(size, -size));
    Optimizer.of(RmsProp.of(0.1).withAlpha(0.75).withEps(0), w).step();
    assertThat(w.detach().toArray()).containsExactly(-0.2, 0.2);
  }

  /** The deviation of what never changes comes to nothing, its root mean square does not. */
  @Test
  void centeredItDividesByTheDeviation() {
    RmsProp plain = RmsProp.of(0.1).withAlpha(0.5);
    assertThat(lastOfTenEqualSteps(plain)).isBetween(0.1, 0.1001);
    assertThat(lastOfTenEqualSteps(plain.withCentered())).isGreaterThan(3);
  }

  private static double lastOfTenEqualSteps(RmsProp update) {
    Tensor w = Tensor.of(0).requiresGrad_().setGrad(Tensor.of(1));
    Optimizer optimizer = Optimizer.of(update, w);
    double before = 0;
    for (int t = 0; t < 10; t++) {
      before = w.detach().item();
      optimizer.step();
    }
    return before - w.detach().item();
  }

  @Test
  void eachChangeKeepsTheRest() {
    RmsProp rmsProp = RmsProp.of(0.1).withAlpha(0.5).withEps(0.2).withWeightDecay(0.3);
    assertThat(rmsProp.withMomentum(0.6).withCentered().withMaximize().withLearningRate(0.4))
        .isEqualTo(new RmsProp(0.4, 0.5, 0.2, 0.3, 0.6, true, true));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void numbersAreFiniteAndNotNegative(double wrong) {
    SgdTest.refused(() -> RmsProp.of(wrong), "rmsprop", "learning rate", wrong, "0.01");
    RmsProp rmsProp = RmsProp.of(0.1);
    SgdTest.refused(() -> rmsProp.withEps(wrong), "rmsprop", "eps", wrong, "1e-8");
    SgdTest.refused(
        () -> rmsProp.withWeightDecay(wrong), "rmsprop", "weight decay", wrong, "0.0001");
    SgdTest.refused(() -> rmsProp.withMomentum(wrong), "rmsprop", "momentum", wrong, "0.9");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void alphaIsAShareBelowOne(double wrong) {
    assertThatThrownBy(() -> RmsProp.of(0.1).withAlpha(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            rmsprop: the alpha must be at least 0 and below 1
              given  %s
            try 0.99"""
                .formatted(wrong));
  }
}
