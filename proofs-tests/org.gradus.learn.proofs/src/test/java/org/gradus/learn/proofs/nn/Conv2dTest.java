package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.gradus.learn.nn.Conv2d;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of convolutions: concept M7 of the lesson. */
// [proof->learn~conv2d~1]
class Conv2dTest {

  private static final ConvolutionOptions STANDARD = ConvolutionOptions.standard();

  private final RandomGenerator random = new SplittableRandom(1);

  @Test
  void eachOutputIsASumOfProductsUnderTheKernel() {
    Conv2d conv = Conv2d.of(2, 3, 2, STANDARD.stride(2).padding(1), random);
    Tensor x = Tensor.randn(random, 2, 2, 3, 4);
    Tensor w = conv.weight().value().detach();
    Tensor b = conv.bias().orElseThrow().value().detach();
    Tensor y = conv.forward(x).detach();
    assertThat(y.shape()).containsExactly(2, 3, 2, 3);
    for (int n = 0; n < 2; n++) {
      for (int o = 0; o < 3; o++) {
        for (int r = 0; r < 2; r++) {
          for (int c = 0; c < 3; c++) {
            double sum = b.at(o);
            for (int i = 0; i < 2; i++) {
              for (int u = 0; u < 2; u++) {
                for (int v = 0; v < 2; v++) {
                  int row = 2 * r + u - 1;
                  int column = 2 * c + v - 1;
                  if (row >= 0 && row < 3 && column >= 0 && column < 4) {
                    sum += x.at(n, i, row, column) * w.at(o, i, u, v);
                  }
                }
              }
            }
            // Sums of 9 numbers near 1.
            assertThat(y.at(n, o, r, c)).isCloseTo(sum, within(1e-14));
          }
        }
      }
    }
  }

  /** The bound is 1/√(2·3·3), whatever the groups, and it is come near to on both sides. */
  @Test
  void weightsAndBiasAreDrawnFromTheWholeInterval() {
    Conv2d conv = Conv2d.of(4, 500, 3, STANDARD.groups(2), random);
    double bound = 1 / Math.sqrt(18);
    for (Tensor drawn :
        new Tensor[] {conv.weight().value().detach(), conv.bias().orElseThrow().value().detach()}) {
      assertThat(drawn.max().item()).isBetween(0.98 * bound, bound);
      assertThat(drawn.min().item()).isBetween(-bound, -0.98 * bound);
    }
  }

  @Test
  void withoutABiasTheSameKernelsAreDrawn() {
    Conv2d plain = Conv2d.withoutBias(2, 3, 2, STANDARD, new SplittableRandom(7));
    Conv2d biased = Conv2d.of(2, 3, 2, new SplittableRandom(7));
    assertThat(plain.bias()).isEmpty();
    assertThat(plain.weight().value().detach().toArray())
        .isEqualTo(biased.weight().value().detach().toArray());
  }

  /** Case C184. */
  @Test
  void otherChannelsAreRefused() {
    Conv2d conv = Conv2d.of(3, 8, 3, random);
    assertThatThrownBy(() -> conv.forward(Tensor.ones(1, 4, 8, 8)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            conv2d: the weight reads 3 channels, and x has 4
              x       [1, 4, 8, 8]
              weight  weight : [8, 3, 3, 3]""");
  }

  @Test
  void countsMakeSense() {
    refused(
        () -> Conv2d.of(0, 1, 1, random),
        "conv2d: the number of inputs must be at least 1\n  given  0");
    refused(
        () -> Conv2d.of(1, 0, 1, random),
        "conv2d: the number of outputs must be at least 1\n  given  0");
    refused(
        () -> Conv2d.of(1, 1, 0, random),
        "conv2d: the size of the kernel must be at least 1\n  given  0");
    for (int[] channels : new int[][] {{3, 2}, {2, 3}}) {
      refused(
          () -> Conv2d.of(channels[0], channels[1], 1, STANDARD.groups(2), random),
          """
          conv2d: inputs and outputs must divide into the groups
            inputs   %d
            outputs  %d
            groups   2"""
              .formatted(channels[0], channels[1]));
    }
  }

  @Test
  void kernelsAndBiasFit() {
    refused(
        () -> Conv2d.withoutBias(Tensor.ones(2, 3, 3), STANDARD),
        """
        conv2d: kernels must have the axes [output, input/groups, height, width]
          given  [2, 3, 3]""");
    for (Tensor bias : new Tensor[] {Tensor.ones(3), Tensor.ones(2, 1)}) {
      refused(
          () -> Conv2d.of(Tensor.ones(2, 1, 1, 1), bias, STANDARD),
          """
          conv2d: there must be one bias for each output
            weight  [2, 1, 1, 1]
            bias    %s"""
              .formatted(bias.signature()));
    }
  }

  private static void refused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfAny(IllegalArgumentException.class, ShapeException.class)
        .hasMessage(message);
  }
}
