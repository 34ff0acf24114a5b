package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gradus.learn.nn.Loss;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of losses and their likelihoods: concepts N3 to N13 of the lesson. */
// [proof->learn~loss~1]
class LossTest {

  private static final ClassOptions SMOOTHED = ClassOptions.standard().smoothing(0.1).ignoring(7);
  private static final BinaryOptions BINARY = BinaryOptions.standard();

  /** Sums of some twenty numbers near 1. */
  private static final double ROUNDING = 1e-14;

  private final RandomGenerator random = new SplittableRandom(1);

  /**
   * A loss, what it must be, and its argument.
   *
   * @param text how it is shown, but for the reduction
   */
  private record Kind<T>(
      String text,
      Loss<Tensor, T> loss,
      Tensor prediction,
      T target,
      Function<LossReduction, Tensor> value) {

    private Tensor forward(LossReduction reduction) {
      return loss.withReduction(reduction).forward(prediction, target);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static Stream<Kind<?>> kinds() {
    RandomGenerator random = new SplittableRandom(2);
    Tensor x = Tensor.randn(random, 5, 4);
    Tensor y = Tensor.randn(random, 5, 4);
    Tensor p = Tensor.rand(random, 5, 4);
    Tensor logs = x.logSoftmax(1);
    Tensor q = y.softmax(1);
    IndexTensor c = IndexTensor.of(0, 3, 1, 1, 2);
    ClassOptions standard = ClassOptions.standard();
    return Stream.of(
        new Kind<>("MeanSquaredError(", Loss.meanSquaredError(), x, y, r -> Losses.mse(x, y, r)),
        new Kind<>("L1(", Loss.l1(), x, y, r -> Losses.l1(x, y, r)),
        new Kind<>(
            "SmoothL1(beta=0.5, ", Loss.smoothL1(0.5), x, y, r -> Losses.smoothL1(x, y, 0.5, r)),
        new Kind<>("Huber(delta=0.5, ", Loss.huber(0.5), x, y, r -> Losses.huber(x, y, 0.5, r)),
        new Kind<>(
            "CrossEntropy(ignored=-100, smoothing=0.0, ",
            Loss.crossEntropy(),
            x,
            c,
            r -> Losses.crossEntropy(x, c, standard, r)),
        new Kind<>(
            "CrossEntropy(ignored=7, smoothing=0.1, ",
            Loss.crossEntropy(SMOOTHED),
            x,
            c,
            r -> Losses.crossEntropy(x, c, SMOOTHED, r)),
        new Kind<>(
            "CrossEntropyOfProbabilities(",
            Loss.crossEntropyOfProbabilities(),
            x,
            q,
            r -> Losses.crossEntropy(x, q, standard, r)),
        new Kind<>(
            "NegativeLogLikelihood(ignored=-100, smoothing=0.0, ",
            Loss.negativeLogLikelihood(),
            logs,
            c,
            r -> Losses.nll(logs, c, standard, r)),
        new Kind<>(
            "BinaryCrossEntropy(",
            Loss.binaryCrossEntropy(),
            p,
            q,
            r -> Losses.binaryCrossEntropy(p, q, BINARY, r)),
        new Kind<>(
            "BinaryCrossEntropyWithLogits(",
            Loss.binaryCrossEntropyWithLogits(),
            x,
            q,
            r -> Losses.binaryCrossEntropyWithLogits(x, q, BINARY, r)),
        new Kind<>(
            "KlDivergence(", Loss.klDivergence(), logs, q, r -> Losses.klDivergence(logs, q, r)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itIsItsFormulaInEveryReduction(Kind<?> kind) {
    for (LossReduction reduction : LossReduction.values()) {
      assertThat(kind.forward(reduction).toArray())
          .isEqualTo(kind.value.apply(reduction).toArray());
      assertThat(kind.loss.withReduction(reduction).reduction()).isEqualTo(reduction);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sumAndMeanAreThoseOfTheSingleLosses(Kind<?> kind) {
    Tensor each = kind.forward(LossReduction.NONE);
    double sum = 0;
    for (double loss : each.toArray()) {
      sum += loss;
    }
    assertThat(kind.forward(LossReduction.SUM).item()).isCloseTo(sum, within(ROUNDING * 10));
    assertThat(kind.forward(LossReduction.MEAN).item())
        .isCloseTo(sum / each.numel(), within(ROUNDING));
    assertThat(kind.loss.reduction()).isEqualTo(LossReduction.MEAN);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itIsShownWithWhatWasChosen(Kind<?> kind) {
    assertThat(kind.loss).hasToString(kind.text + "reduction=MEAN)");
  }

  /** N13: the negative log-likelihood is n/2·ln(2πσ²) + SSE/(2σ²). */
  @Test
  void theGaussianLikelihoodIsTheSquaredError() {
    for (double sigma : new double[] {0.3, 1, 4}) {
      Tensor x = Tensor.randn(random, 20);
      Tensor y = Tensor.randn(random, 20);
      double squares = x.sub(y).square().sum().item();
      double expected = 10 * Math.log(2 * Math.PI * sigma * sigma) + squares / (2 * sigma * sigma);
      Loss<Tensor, Tensor> loss = Loss.gaussian(sigma);
      double sum = loss.withReduction(LossReduction.SUM).forward(x, y).item();
      assertThat(sum).isCloseTo(expected, within(1e-14 * (20 + squares / (sigma * sigma))));
      assertThat(loss.forward(x, y).item()).isCloseTo(sum / 20, within(1e-13));
      assertThat(loss.withReduction(LossReduction.BATCH_MEAN).forward(x, y).item())
          .isCloseTo(sum / 20, within(1e-13));
      assertThat(loss.withReduction(LossReduction.NONE).forward(x, y).shape()).containsExactly(20);
      assertThat(loss)
          .hasToString(
              "GaussianNegativeLogLikelihood(deviation=%s, reduction=MEAN)".formatted(sigma));
    }
  }

  /** N13: for y ≈ a·x both are least at a = Σxy/Σx², where both slopes vanish. */
  @Test
  void bothHaveTheSameMinimizer() {
    Tensor x = Tensor.randn(random, 20);
    Tensor y = x.mul(2).add(Tensor.randn(random, 20));
    double best = x.mul(y).sum().item() / x.square().sum().item();
    for (Loss<Tensor, Tensor> loss :
        List.of(Loss.<Tensor>meanSquaredError(), Loss.<Tensor>gaussian(0.7))) {
      Tensor a = Tensor.scalar(best).requiresGrad_();
      loss.forward(x.mul(a), y).backward();
      assertThat(a.grad().item()).isCloseTo(0, within(1e-13));
      Tensor b = Tensor.scalar(best + 0.1).requiresGrad_();
      loss.forward(x.mul(b), y).backward();
      assertThat(b.grad().item()).isGreaterThan(0.01);
    }
  }

  /** N12: a product of 1,000 densities underflows, the sum of their logarithms does not. */
  @Test
  void theProductOfLikelihoodsUnderflows() {
    Tensor y = Tensor.randn(random, 1000);
    Tensor logs = Losses.normalLogDensity(y, Tensor.scalar(0), Tensor.scalar(1));
    double product = 1;
    double sum = 0;
    for (double log : logs.toArray()) {
      product *= Math.exp(log);
      sum += log;
    }
    assertThat(product).isZero();
    assertThat(
            Loss.<Tensor>gaussian(1)
                .withReduction(LossReduction.SUM)
                .forward(Tensor.zeros(1000), y)
                .item())
        .isCloseTo(-sum, within(1e-9))
        .isBetween(1300.0, 1550.0);
  }

  /** N8 and N9, case C128: eˣ/Σeˣ overflows and underflows, softmax does neither. */
  @Test
  void theNaiveSoftmaxOverflows() {
    for (double size : new double[] {1000, -1000}) {
      Tensor x = Tensor.of(size, size - 1, size - 2);
      Tensor naive = x.exp().div(x.exp().sum());
      assertThat(naive.toArray()).containsOnly(Double.NaN);
      assertThat(x.softmax(0).toArray()).containsExactly(Tensor.of(0, -1, -2).softmax(0).toArray());
      assertThat(
              Loss.<Tensor>crossEntropy()
                  .forward(x, IndexTensor.of(new int[0], new int[] {1}))
                  .item())
          .isCloseTo(1 + Math.log(1 + Math.exp(-1) + Math.exp(-2)), within(1e-12));
    }
  }

  @Test
  void anotherShapeIsRefused() {
    Tensor x = Tensor.ones(2, 1);
    Tensor y = Tensor.ones(2);
    for (Loss<Tensor, Tensor> loss :
        List.of(
            Loss.<Tensor>meanSquaredError(),
            Loss.<Tensor>l1(),
            Loss.<Tensor>binaryCrossEntropy())) {
      assertThatThrownBy(() -> loss.forward(x, y)).isInstanceOf(ShapeException.class);
    }
    assertThatThrownBy(() -> Loss.<Tensor>gaussian(1).forward(x, y))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            gaussian: prediction and target must have one shape
              prediction  [2, 1]
              target      [2]""");
  }

  @Test
  void theDeviationIsPositive() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Loss.<Tensor>gaussian(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              """
              gaussian: the deviation must be positive and finite
                given  %s
              try 1.0"""
                  .formatted(wrong));
    }
  }
}
