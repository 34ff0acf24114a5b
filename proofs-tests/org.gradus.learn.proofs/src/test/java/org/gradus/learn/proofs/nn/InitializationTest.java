package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.gradus.learn.nn.Initialization;
import org.gradus.learn.nn.Initialization.Fan;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The bounds and moments of first weights. */
// [proof->learn~initialization~1]
class InitializationTest {

  private static final double GAIN = 1.5;

  /** 50 outputs of 20·3·2 numbers: fan in 120, fan out 300. */
  private static final int[] SHAPE = {50, 20, 3, 2};

  private final RandomGenerator random = new SplittableRandom(1);

  @Test
  void kaimingUniform() {
    uniform(
        w -> Initialization.kaimingUniform_(w, Fan.IN, GAIN, random), GAIN * Math.sqrt(3 / 120.));
    uniform(
        w -> Initialization.kaimingUniform_(w, Fan.OUT, GAIN, random), GAIN * Math.sqrt(3 / 300.));
  }

  @Test
  void kaimingNormal() {
    normal(w -> Initialization.kaimingNormal_(w, Fan.IN, GAIN, random), GAIN / Math.sqrt(120));
    normal(w -> Initialization.kaimingNormal_(w, Fan.OUT, GAIN, random), GAIN / Math.sqrt(300));
  }

  @Test
  void xavierUniform() {
    uniform(w -> Initialization.xavierUniform_(w, GAIN, random), GAIN * Math.sqrt(6 / 420.));
  }

  @Test
  void xavierNormal() {
    normal(w -> Initialization.xavierNormal_(w, GAIN, random), GAIN * Math.sqrt(2 / 420.));
  }

  /** 6,000 numbers: one lies in each outer half percent but with probability e⁻¹⁵. */
  private static void uniform(UnaryOperator<Tensor> draw, double bound) {
    Tensor w = draw.apply(Tensor.zeros(SHAPE));
    assertThat(w.max().item()).isBetween(0.99 * bound, bound);
    assertThat(w.min().item()).isBetween(-bound, -0.99 * bound);
    moments(w, bound / Math.sqrt(3));
  }

  private static void normal(UnaryOperator<Tensor> draw, double deviation) {
    Tensor w = draw.apply(Tensor.zeros(SHAPE));
    moments(w, deviation);
    assertThat(w.abs().max().item()).isGreaterThan(3 * deviation);
  }

  /**
   * Within five deviations: of a mean of 6,000 numbers it is σ/77, of their mean square at most
   * σ²·√2/77.
   */
  private static void moments(Tensor w, double deviation) {
    assertThat(w.mean().item()).isCloseTo(0, within(deviation * 5 / 77));
    assertThat(w.square().mean().item() / (deviation * deviation))
        .isCloseTo(1, within(5 * Math.sqrt(2) / 77));
  }

  /** What gain is for: numbers keep their mean square through many layers. */
  @Test
  void numbersKeepTheirSizeThroughTenLayers() {
    Tensor x = Tensor.randn(random, 50, 100);
    for (int layer = 0; layer < 10; layer++) {
      Tensor w = Tensor.zeros(100, 100);
      x =
          x.matmul(Initialization.kaimingNormal_(w, Fan.IN, Initialization.RELU, random).t())
              .relu();
    }
    assertThat(x.square().mean().item()).isBetween(0.2, 5.0);
  }

  @Test
  void gains() {
    assertThat(Initialization.leakyRelu(0)).isEqualTo(Initialization.RELU);
    assertThat(Initialization.leakyRelu(Math.sqrt(5))).isCloseTo(1 / Math.sqrt(3), within(1e-15));
    assertThat(Initialization.LINEAR).isEqualTo(1);
    assertThat(Initialization.TANH).isCloseTo(1.6666666666666667, within(1e-15));
  }

  /** A parameter may be drawn anew, which is not recorded. */
  @Test
  void aLeafMayBeDrawnAnew() {
    Tensor w = Tensor.zeros(2, 2).requiresGrad_();
    assertThat(Initialization.xavierNormal_(w, 1, random)).isSameAs(w);
    assertThat(w.isLeaf()).isTrue();
  }

  @Test
  void aVectorHasNoFan() {
    for (Tensor w : new Tensor[] {Tensor.ones(3), Tensor.ones(0, 2)}) {
      assertThatThrownBy(() -> Initialization.xavierUniform_(w, 1, random))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              """
              xavierUniform_: a weight must have the axes [out, in, …] and an element
                given  %s"""
                  .formatted(w.signature()));
    }
  }
}
