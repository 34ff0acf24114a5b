package org.gradus.learn.proofs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.learn.Adam;
import org.gradus.learn.DivergenceException;
import org.gradus.learn.Module;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sample;
import org.gradus.learn.Schedule;
import org.gradus.learn.Sgd;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.DataLoader;
import org.gradus.learn.data.Dataset;
import org.gradus.learn.metric.ErrorRate;
import org.gradus.learn.nn.Linear;
import org.gradus.learn.state.Safetensors;
import org.gradus.learn.state.StateException;
import org.gradus.learn.train.Callback;
import org.gradus.learn.train.Checkpoint;
import org.gradus.learn.train.EarlyStopping;
import org.gradus.learn.train.EpochRandom;
import org.gradus.learn.train.EpochRecord;
import org.gradus.learn.train.History;
import org.gradus.learn.train.Learner;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of training. */
// [proof->learn~learner~1]
// [proof->learn~checkpoint~1]
// [proof->learn~epoch-random~1]
class LearnerTest {

  private static final Adam ADAM = Adam.of(0.02);

  @TempDir private Path folder;

  @Test
  void irisesAreToldApart() {
    History history = new Irises(42).learner(ADAM).fit(new Irises(42).training, 30);
    assertThat(history.size()).isEqualTo(30);
    assertThat(history.last().value("error rate").orElseThrow()).isLessThanOrEqualTo(0.1);
    assertThat(history.last().trainingLoss())
        .isLessThan(0.3 * history.epochs().get(0).trainingLoss());
  }

  /** The loop of chapter 10, batch by batch. */
  @Test
  void anEpochIsTheLoopWrittenOut() {
    Irises learned = new Irises(3);
    History history = learned.learner(ADAM).fit(learned.training, 2);
    Irises byHand = new Irises(3);
    Optimizer optimizer = Optimizer.of(ADAM, byHand.model.parameters());
    double sum = 0;
    int rows = 0;
    for (int epoch = 1; epoch <= 2; epoch++) {
      byHand.random.begin(epoch);
      sum = 0;
      rows = 0;
      for (Batch<Matrix<Sample, Irises.Feature>, IndexTensor> batch : byHand.training.epoch()) {
        optimizer.zeroGrad();
        var loss = Losses.crossEntropy(byHand.model.forward(batch.x()), batch.y());
        loss.backward();
        optimizer.step();
        sum += loss.detach().toDouble() * batch.size();
        rows += batch.size();
      }
    }
    assertThat(learned.numbers()).isEqualTo(byHand.numbers());
    assertThat(rows).isEqualTo(110);
    assertThat(history.last().trainingLoss()).isEqualTo(sum / rows);
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
    assertThat(after(7, 4)).isEqualTo(after(7, 4)).isNotEqualTo(after(8, 4));
  }

  private static double[] after(long seed, int epochs) {
    Irises irises = new Irises(seed);
    irises.learner(ADAM).fit(irises.training, epochs);
    return irises.numbers();
  }

  /** The mean over all rows at once is that over batches, each as often as it has rows. */
  @Test
  void anEvaluationIsTheMeanOverAllSamplesAndChangesNothing() {
    Irises irises = new Irises(5);
    var learner = irises.learner(ADAM);
    learner.fit(irises.training, 1);
    double[] before = irises.numbers();
    double gradient = irises.model.parameters().get(0).value().tensor().grad().sum().item();
    Map<String, Double> measured = learner.evaluate(irises.heldOut);
    assertThat(irises.numbers()).isEqualTo(before);
    assertThat(irises.model.isTraining()).isTrue();
    assertThat(irises.model.parameters().get(0).value().tensor().grad().sum().item())
        .isEqualTo(gradient);
    irises.model.eval();
    var all = irises.heldOut.dataset().all();
    try (var off = NoGrad.on()) {
      var logits = irises.model.forward(all.x());
      assertThat(measured.get(Learner.LOSS))
          .isCloseTo(Losses.crossEntropy(logits, all.y()).toDouble(), within(1e-15));
      assertThat(measured.get("error rate"))
          .isCloseTo(ErrorRate.of(logits, all.y()), within(1e-15));
    }
    learner.evaluate(irises.heldOut);
    assertThat(irises.model.isTraining()).isFalse();
  }

  @Test
  void aScheduleCountsEpochsAndHasNoStepToSpare() {
    Irises irises = new Irises(5);
    History history =
        irises.learner(Sgd.of(0.5)).scheduled(Schedule.oneCycle(10)).fit(irises.training, 10);
    double[] rates = history.epochs().stream().mapToDouble(EpochRecord::learningRate).toArray();
    for (int t = 0; t < 10; t++) {
      assertThat(rates[t]).isEqualTo(Schedule.oneCycle(10).learningRate(0.5, t));
    }
  }

  /** A step of plain descent moves by η times the clipped norm, at most. */
  @Test
  void gradientsAreClippedBeforeTheStep() {
    Irises irises = new Irises(5);
    double[] before = irises.model.parameters().get(0).value().tensor().detach().toArray();
    irises
        .learner(Sgd.of(1))
        .clipping(1e-3)
        .fit(DataLoader.of(irises.training.dataset(), 110, irises.random), 1);
    double[] after = irises.model.parameters().get(0).value().tensor().detach().toArray();
    double moved = 0;
    for (int i = 0; i < before.length; i++) {
      moved += (after[i] - before[i]) * (after[i] - before[i]);
    }
    assertThat(Math.sqrt(moved)).isBetween(1e-5, 1e-3);
  }

  @Test
  void callbacksHearOfEveryBatchAndEpochAndMayEndIt() {
    Irises irises = new Irises(5);
    List<Callback.Moment> moments = new ArrayList<>();
    History history =
        irises
            .learner(ADAM)
            .calling(
                new Callback() {
                  @Override
                  public void afterBatch(Moment moment) {
                    moments.add(moment);
                  }

                  @Override
                  public boolean afterEpoch(History known) {
                    return known.size() == 2;
                  }
                })
            .fit(irises.training, 9);
    assertThat(history.size()).isEqualTo(2);
    assertThat(moments).hasSize(14);
    Callback.Moment last = moments.get(13);
    assertThat(last).isEqualTo(new Callback.Moment(2, 9, 7, 7, history.last().trainingLoss()));
  }

  @Test
  void itEndsWhereTheValidationLossNoLongerFalls() {
    Irises irises = new Irises(5);
    History history =
        irises.learner(Adam.of(0.3)).calling(new EarlyStopping(3)).fit(irises.training, 200);
    int best = history.best(EpochRecord.VALIDATION_LOSS).orElseThrow();
    assertThat(history.size()).isLessThan(200).isEqualTo(best + 3);
    Irises again = new Irises(5);
    again.learner(ADAM).fit(again.training, 0);
    assertThatThrownBy(() -> again.blind(ADAM).calling(new EarlyStopping(1)).fit(again.training, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            early stopping: there must be a validation loss, and the history has none
            give the learner held-out data: validating(…)""");
  }

  @Test
  void aLossThatIsNotFiniteEndsItBeforeTheStep() {
    var model =
        Linear.of(
            Dim.of(Irises.Feature.class, 1), Dim.of(Irises.Species.class, 1), EpochRandom.of(1));
    Dataset<Tensor, Tensor> data = Dataset.of(Tensor.ones(1, 1), Tensor.ones(1, 1));
    Tensor w = model.weight().value().tensor();
    double before = w.detach().item();
    var learner =
        Learner.<Tensor, Tensor, Tensor>of(
            new Scaled(w),
            (p, y) -> p.div(0).abs().sum(),
            Optimizer.of(Sgd.of(0.5), w),
            EpochRandom.of(1));
    assertThatThrownBy(() -> learner.fit(DataLoader.inOrder(data, 1), 1))
        .isInstanceOf(DivergenceException.class)
        .hasMessage(
            """
            training: the loss must be finite
              loss           Infinity, of batch 1 in epoch 1
              learning rate  0.5
            start again with a smaller learning rate, standardized inputs, or clipped gradients""");
    assertThat(w.detach().item()).isEqualTo(before);
    assertThat(learner.history()).isEqualTo(History.EMPTY);
  }

  /** y = w·x with a leaf of someone else. */
  private static final class Scaled extends Module<Tensor, Tensor> {
    private final Tensor w;

    Scaled(Tensor w) {
      this.w = w;
    }

    @Override
    public Tensor forward(Tensor x) {
      return x.mul(w);
    }
  }

  @Test
  void aBreakChangesNoBit() {
    Path file = folder.resolve("checkpoint.safetensors");
    Irises whole = new Irises(11);
    History expected = scheduled(whole).fit(whole.training, 9);
    Irises first = new Irises(11);
    scheduled(first).checkpointing(file).fit(first.training, 4);
    Irises second = new Irises(11);
    History resumed = scheduled(second).resume(Checkpoint.read(file)).fit(second.training, 9);
    assertThat(second.numbers()).isEqualTo(whole.numbers());
    assertThat(resumed.text()).isEqualTo(expected.text());
  }

  private static Learner<
          Matrix<Sample, Irises.Feature>, IndexTensor, Matrix<Sample, Irises.Species>>
      scheduled(Irises irises) {
    return irises.learner(ADAM).scheduled(Schedule.cosine(9, 0.001));
  }

  @Test
  void aCheckpointOfSomethingElseIsRefusedAndChangesNothing() throws Exception {
    Path file = folder.resolve("checkpoint.safetensors");
    Irises first = new Irises(11);
    first.learner(ADAM).checkpointing(file).fit(first.training, 1);
    Checkpoint good = Checkpoint.read(file);
    Irises other = new Irises(12);
    double[] before = other.numbers();
    var learner = other.learner(ADAM);
    assertThatThrownBy(() -> learner.resume(good))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            resume: the seed must be that of the training that stopped
              checkpoint  11
              given       12
            give the seed of the checkpoint""");
    assertThatThrownBy(
            () ->
                learner.resume(
                    new Checkpoint(
                        good.model(), Map.of("99.step", Tensor.scalar(1)), good.history(), 12)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unexpected  99.step");
    assertThat(other.numbers()).isEqualTo(before);
    assertThat(learner.history().size()).isZero();
    Path tensors = folder.resolve("tensors.safetensors");
    Safetensors.of(Map.of("a", Tensor.of(1))).write(tensors);
    assertThatThrownBy(() -> Checkpoint.read(tensors))
        .isInstanceOf(StateException.class)
        .hasMessage(
            """
            read %s: the file must be a checkpoint, which a training writes after an epoch
              reason  it has no text "history"
            give another file"""
                .formatted(tensors));
    assertThat(Files.list(folder)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "training loss", "validation loss", "error rate"})
  void aNameIsTakenOnce(String name) {
    var learner = new Irises(1).learner(ADAM);
    assertThatThrownBy(() -> learner.measuring(name, ErrorRate::of))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "measure: two measures must not have one name\n  given  \"%s\"".formatted(name));
  }

  @Test
  void epochsThatAreOverCount() {
    Irises irises = new Irises(1);
    var learner = irises.learner(ADAM);
    learner.fit(irises.training, 2);
    assertThat(learner.fit(irises.training, 2).size()).isEqualTo(2);
    assertThatThrownBy(() -> learner.fit(irises.training, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            training: the epochs in all must not be fewer than those that are over
              asked  1
              over   2
            ask for more, or begin with a new model""");
  }

  @Test
  void eachEpochDrawsItsOwnNumbersWhateverWasDrawnBefore() {
    EpochRandom random = EpochRandom.of(9);
    long first = random.nextLong();
    random.begin(2);
    long second = random.nextLong();
    random.nextLong();
    random.begin(1);
    long third = random.nextLong();
    random.begin(2);
    assertThat(random.nextLong()).isEqualTo(second);
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(random.seed()).isEqualTo(9);
    assertThatThrownBy(() -> random.begin(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("random numbers of an epoch: epochs count from 1\n  given  0");
  }
}
