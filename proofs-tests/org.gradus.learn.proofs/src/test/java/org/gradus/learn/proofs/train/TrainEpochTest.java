package org.gradus.learn.proofs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.learn.Sgd;
import org.gradus.learn.data.Batch;
import org.gradus.learn.nn.Linear;
import org.gradus.learn.train.EpochRandom;
import org.gradus.learn.train.TrainEpoch;
import org.gradus.tensor.Axis;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of the lesson's epoch: concepts N14, N20 and N21. */
// [proof->learn~train-epoch~1]
class TrainEpochTest {

  private static final double ETA = 0.4;

  private final Irises irises = new Irises(5);

  private static final BiFunction<Matrix<Sample, Irises.Species>, IndexTensor, Tensor> LOSS =
      (logits, species) ->
          Losses.crossEntropy(
              logits.tensor(), species, ClassOptions.standard(), LossReduction.NONE);

  /** Changes the parameters by the gradients of the sum, over n, and clears them. */
  private static void descend(List<Parameter<?>> parameters, int n) {
    try (var off = NoGrad.on()) {
      for (Parameter<?> parameter : parameters) {
        Tensor w = parameter.value().tensor();
        w.sub_(w.grad().mul(ETA / n));
        w.grad().zero_();
      }
    }
  }

  /** Batches of 16 and a last one of 14: a division by another number would show. */
  @Test
  void bothBranchesTakeTheSameSteps() {
    irises.random.begin(1);
    var first =
        TrainEpoch.with(
            irises.model,
            irises.training.epoch(),
            LOSS,
            Optimizer.of(Sgd.of(ETA), irises.model.parameters()));
    Irises other = new Irises(5);
    other.random.begin(1);
    var second =
        TrainEpoch.with(
            other.model, other.training.epoch(), LOSS, n -> descend(other.model.parameters(), n));
    double[] expected = irises.numbers();
    double[] actual = other.numbers();
    // Two roundings a step of numbers up to 10, amplified by no more than 10 over seven steps.
    assertThat(actual).containsExactly(expected, within(1e-13));
    assertThat(second.loss()).isCloseTo(first.loss(), within(1e-13));
    assertThat(second.accuracy()).isEqualTo(first.accuracy());
    assertThat(expected).isNotEqualTo(new Irises(5).numbers());
  }

  @Test
  void itReturnsTheMeansOverAllSamplesBeforeTheirSteps() {
    Dim<Irises.Feature> one = Dim.of(Irises.Feature.class, 1);
    Dim<Irises.Species> two = Dim.of(Irises.Species.class, 2);
    var net = Linear.of(one, two, EpochRandom.of(1));
    net.load(Map.of("weight", Tensor.of(new double[][] {{0}, {1}}), "bias", Tensor.of(0, 0)));
    net.eval();
    List<Batch<Matrix<Sample, Irises.Feature>, IndexTensor>> batches =
        List.of(batch(one, new double[] {1, -1, 2}, 1, 1, 1), batch(one, new double[] {3}, 0));
    int[] counts = {0};
    var averages = TrainEpoch.with(net, batches, LOSS, n -> counts[0] += n);
    assertThat(net.isTraining()).isTrue();
    assertThat(counts[0]).isEqualTo(4);
    double sum =
        Math.log1p(Math.exp(-1))
            + Math.log1p(Math.exp(1))
            + Math.log1p(Math.exp(-2))
            + Math.log1p(Math.exp(3));
    assertThat(averages.loss()).isCloseTo(sum / 4, within(1e-15));
    assertThat(averages.accuracy()).isEqualTo(0.5);
  }

  private static <F extends Axis> Batch<Matrix<Sample, F>, IndexTensor> batch(
      Dim<F> feature, double[] x, int... classes) {
    Dim<Sample> samples = Dim.of(Sample.class, x.length);
    return new Batch<>(Matrix.of(samples, feature, x), IndexTensor.of(classes), x.length);
  }

  /** Erratum 14: of a mean the sum is the mean, and dividing by n makes it n times too small. */
  @Test
  void aLossThatIsAMeanIsRefusedBeforeAnyStep() {
    double[] before = irises.model.parameters().get(0).value().tensor().detach().toArray();
    assertThatThrownBy(
            () ->
                TrainEpoch.with(
                    irises.model,
                    irises.training.epoch(),
                    (logits, species) -> Losses.crossEntropy(logits, species).tensor(),
                    n -> descend(irises.model.parameters(), n)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            train epoch: there must be a loss for each sample, [16]
              given  []
            give a loss whose reduction is NONE: of a mean the updater would divide by n twice""");
    assertThat(irises.model.parameters().get(0).value().tensor().detach().toArray())
        .isEqualTo(before);
    assertThat(
            IntStream.range(0, 3)
                .allMatch(i -> !irises.model.parameters().get(i).value().tensor().hasGrad()))
        .isTrue();
  }
}
