package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Axis;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Forms, reductions and options of the losses. */
class LossesTest {
  private interface Sample extends Axis {}

  private interface Label extends Axis {}

  private static final Dim<Sample> SAMPLES = Dim.of(Sample.class, 2);
  private static final Dim<Label> LABELS = Dim.of(Label.class, 2);
  private static final IndexTensor CLASSES = IndexTensor.of(1, 0);

  private final Matrix<Sample, Label> p = Matrix.of(SAMPLES, LABELS, 0.2, 0.4, 0.6, 0.7);
  private final Matrix<Sample, Label> y = Matrix.of(SAMPLES, LABELS, 0, 1, 1, 0.5);

  /** Short form on typed faces beside the long form on tensors. */
  private record Form(
      String name,
      BiFunction<Matrix<Sample, Label>, Matrix<Sample, Label>, Scalar> typed,
      BiFunction<Tensor, Tensor, Tensor> mean) {}

  // [proof->tensor~losses~1]
  @TestFactory
  Stream<DynamicTest> shortFormGivesTheMeanOnEitherFace() {
    LossReduction mean = LossReduction.MEAN;
    ClassOptions classes = ClassOptions.standard();
    BinaryOptions binary = BinaryOptions.standard();
    return Stream.of(
            new Form("mse", Losses::mse, (a, b) -> Losses.mse(a, b, mean)),
            new Form("l1", Losses::l1, (a, b) -> Losses.l1(a, b, mean)),
            new Form(
                "smoothL1",
                (a, b) -> Losses.smoothL1(a, b, 0.3),
                (a, b) -> Losses.smoothL1(a, b, 0.3, mean)),
            new Form(
                "huber",
                (a, b) -> Losses.huber(a, b, 0.3),
                (a, b) -> Losses.huber(a, b, 0.3, mean)),
            new Form(
                "nll",
                (a, b) -> Losses.nll(a, CLASSES),
                (a, b) -> Losses.nll(a, CLASSES, classes, mean)),
            new Form(
                "crossEntropy",
                (a, b) -> Losses.crossEntropy(a, CLASSES),
                (a, b) -> Losses.crossEntropy(a, CLASSES, classes, mean)),
            new Form(
                "crossEntropyOfProbabilities",
                Losses::crossEntropy,
                (a, b) -> Losses.crossEntropy(a, b, classes, mean)),
            new Form(
                "binaryCrossEntropy",
                Losses::binaryCrossEntropy,
                (a, b) -> Losses.binaryCrossEntropy(a, b, binary, mean)),
            new Form(
                "binaryCrossEntropyWithLogits",
                Losses::binaryCrossEntropyWithLogits,
                (a, b) -> Losses.binaryCrossEntropyWithLogits(a, b, binary, mean)))
        .map(form -> DynamicTest.dynamicTest(form.name(), () -> agree(form)));
  }

  private void agree(Form form) {
    Scalar typed = form.typed().apply(p.requiresGrad_(), y);
    Tensor leaf = p.tensor().detach().clone().requiresGrad_();
    Tensor mean = form.mean().apply(leaf, y.tensor());
    assertThat(typed.toDouble()).isEqualTo(mean.item());
    typed.backward();
    mean.backward();
    assertThat(p.grad().toArray()).isEqualTo(leaf.grad().toArray());
    p.clearGrad();
  }

  // [proof->tensor~loss-reduction~1]
  @Test
  void reductionsOfMatrixOfLosses() {
    Tensor a = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Tensor zero = Tensor.zeros(2, 3);
    assertThat(Losses.mse(a, zero, LossReduction.NONE).flatten().toArray())
        .containsExactly(1, 4, 9, 16, 25, 36);
    assertThat(Losses.mse(a, zero, LossReduction.SUM).item()).isEqualTo(91);
    assertThat(Losses.mse(a, zero, LossReduction.MEAN).item()).isEqualTo(91.0 / 6);
    assertThat(Losses.mse(a, zero, LossReduction.BATCH_MEAN).item()).isEqualTo(91.0 / 2);
  }

  // [proof->tensor~loss-reduction~1]
  @Test
  void everyLossGetsItsShareOfTheGradient() {
    for (LossReduction reduction : LossReduction.values()) {
      Tensor a = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}).requiresGrad_();
      Losses.l1(a, Tensor.zeros(3, 2), reduction).sum().backward();
      double share =
          switch (reduction) {
            case NONE, SUM -> 1;
            case MEAN -> 1.0 / 6;
            case BATCH_MEAN -> 1.0 / 3;
          };
      assertThat(a.grad().toArray()).containsOnly(share);
    }
  }

  // [proof->tensor~loss-reduction~1]
  @Test
  void ofNoLossTheMeanIsNanAndTheSumZero() {
    Tensor none = Tensor.zeros(0);
    assertThat(Losses.mse(none, none).toDouble()).isNaN();
    assertThat(Losses.l1(none, none, LossReduction.SUM).item()).isZero();
    assertThat(Losses.huber(none, none, 1, LossReduction.BATCH_MEAN).item()).isNaN();
    assertThat(Losses.binaryCrossEntropy(none, none).toDouble()).isNaN();
    assertThat(Losses.binaryCrossEntropyWithLogits(none, none).toDouble()).isNaN();
    assertThat(Losses.klDivergence(none, none, LossReduction.NONE).shape()).containsExactly(0);
  }

  // [proof->tensor~loss-reduction~1]
  @Test
  void theGradientOfTheMeanOfNoLossDependsOnNothing() {
    Tensor none = Tensor.zeros(0).requiresGrad_();
    Tensor yBar = Tensor.scalar(3).requiresGrad_();
    Tensor loss = Losses.l1(none, Tensor.zeros(0)).tensor();
    Tensor gradient = Autograd.of(loss).seeds(yBar).createGraph().grad(none).get(0);
    assertThat(Autograd.of(gradient).seeds(Tensor.zeros(0)).grad(yBar).get(0).item()).isZero();
  }

  // [proof->tensor~loss-options~1]
  @Test
  void optionsDifferInWhatIsNamed() {
    Tensor w = Tensor.ones(2);
    ClassOptions classes = ClassOptions.standard().weights(w).ignoring(3).smoothing(0.1);
    assertThat(classes.weights()).containsSame(w);
    assertThat(classes.ignored()).isEqualTo(3);
    assertThat(classes.smoothing()).isEqualTo(0.1);
    assertThat(ClassOptions.standard().weights()).isEmpty();
    assertThat(ClassOptions.standard().ignored()).isEqualTo(-100);
    assertThat(ClassOptions.standard().smoothing()).isZero();
    BinaryOptions binary = BinaryOptions.standard().weights(w).positiveWeights(y);
    assertThat(binary.weights()).containsSame(w);
    assertThat(binary.positiveWeights()).containsSame(y.tensor());
    assertThat(BinaryOptions.standard().positiveWeights()).isEmpty();
  }

  // [proof->tensor~losses~1]
  @Test
  void targetThatRequiresAGradientGetsOne() {
    Tensor target = Tensor.of(1, 2).requiresGrad_();
    Losses.l1(Tensor.of(0, 3), target, LossReduction.SUM).backward();
    assertThat(target.grad().toArray()).containsExactly(1, -1);
  }
}
