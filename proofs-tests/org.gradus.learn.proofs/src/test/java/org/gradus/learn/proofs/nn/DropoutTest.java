package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.gradus.learn.nn.Dropout;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of dropout: concept N16 of the lesson. */
// [proof->learn~dropout~1]
class DropoutTest {

  /** Case C150: the elements are dropped or doubled, and the mean stays. */
  @Test
  void inTrainingElementsAreDroppedAndTheOthersScaled() {
    Dropout<Tensor> dropout = Dropout.of(0.5, new SplittableRandom(1));
    double[] y = dropout.forward(Tensor.ones(4000)).toArray();
    assertThat(y).containsOnly(0, 2);
    // Deviation 1/√4000 = 0.016: four of them.
    assertThat(Tensor.of(y).mean().item()).isBetween(0.936, 1.064);
    assertThat(dropout.forward(Tensor.ones(4000)).toArray()).isNotEqualTo(y);
  }

  @Test
  void theExpectedValueIsTheArgumentForEveryProbability() {
    for (double p : new double[] {0, 0.1, 0.9}) {
      Dropout<Tensor> dropout = Dropout.of(p, new SplittableRandom(2));
      double mean = dropout.forward(Tensor.ones(20_000)).mean().item();
      assertThat(Math.abs(mean - 1)).isLessThan(4 * Math.sqrt(p / (1 - p) / 20_000) + 1e-12);
    }
    Dropout<Tensor> all = Dropout.of(1, new SplittableRandom(2));
    assertThat(all.forward(Tensor.ones(5)).toArray()).containsOnly(0);
  }

  @Test
  void afterTrainingNothingIsDropped() {
    Dropout<Tensor> dropout = Dropout.of(0.5, new SplittableRandom(1));
    dropout.eval();
    assertThat(dropout.forward(Tensor.ones(8)).toArray()).containsOnly(1);
  }

  @Test
  void theGradientIsThatOfTheKeptElements() {
    Tensor x = Tensor.ones(50).requiresGrad_();
    Tensor y = Dropout.<Tensor>of(0.25, new SplittableRandom(3)).forward(x);
    y.sum().backward();
    assertThat(x.grad().toArray()).isEqualTo(y.detach().toArray());
  }

  /** Case C151. */
  @ParameterizedTest
  @ValueSource(doubles = {1.5, -0.1, Double.NaN})
  void theProbabilityIsFromZeroToOne(double p) {
    assertThatThrownBy(() -> Dropout.of(p, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            dropout: the probability must be from 0 to 1
              given  %s
            try 0.5"""
                .formatted(p));
  }
}
