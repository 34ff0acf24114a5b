package org.gradus.learn.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import org.gradus.learn.DivergenceException;
import org.gradus.learn.GradientClipping;
import org.gradus.learn.Module;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Schedule;
import org.gradus.learn.Scheduler;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.DataLoader;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * A model, its loss and its optimizer, and the training of the one by the others.
 *
 * <pre>
 *   EpochRandom random = EpochRandom.of(42);
 *   var model = Linear.of(features, classes, random);
 *   Loss&lt;Matrix&lt;Sample, Species&gt;, IndexTensor&gt; loss = Loss.crossEntropy();
 *   History history =
 *       Learner.of(model, loss::forward, Optimizer.of(Adam.of(0.01), model.parameters()), random)
 *           .validating(DataLoader.inOrder(heldOut, 256))
 *           .measuring("error rate", metric)
 *           .fit(DataLoader.of(training, 64, random), 10);
 * </pre>
 *
 * <p>An epoch is: for each batch clear the gradients, compute the loss, walk back, clip, step;
 * then, without gradients and out of training, measure on held-out data; then the callbacks. All
 * that is drawn comes from the source of the epoch, so that the same seed gives the same parameters
 * bit for bit, with a break between epochs or without.
 *
 * @param <X> the inputs of a batch
 * @param <Y> the targets of a batch
 * @param <P> the predictions for a batch
 */
// [impl->learn~learner~1]
public final class Learner<X, Y, P> {

  /** The name of the loss in an evaluation. */
  public static final String LOSS = "loss";

  private static final Set<String> TAKEN =
      Set.of(LOSS, EpochRecord.TRAINING_LOSS, EpochRecord.VALIDATION_LOSS);

  private final Module<X, P> model;
  private final BiFunction<P, Y, Tensor> loss;
  private final Optimizer optimizer;
  private final EpochRandom random;
  private final Map<String, ToDoubleBiFunction<P, Y>> metrics = new LinkedHashMap<>();
  private final List<Callback> callbacks = new ArrayList<>();
  private Optional<DataLoader<X, Y>> validation = Optional.empty();
  private Optional<Scheduler> scheduler = Optional.empty();
  private OptionalDouble largestNorm = OptionalDouble.empty();
  private History history = History.EMPTY;

  private Learner(
      Module<X, P> model, BiFunction<P, Y, Tensor> loss, Optimizer optimizer, EpochRandom random) {
    this.model = model;
    this.loss = loss;
    this.optimizer = optimizer;
    this.random = random;
  }

  /**
   * Begin with a model as it is.
   *
   * @param loss the mean over the samples of a batch, a single number
   * @param optimizer of the parameters of the model
   * @param random what the order of rows and dropout are drawn from
   */
  public static <X, Y, P> Learner<X, Y, P> of(
      Module<X, P> model, BiFunction<P, Y, Tensor> loss, Optimizer optimizer, EpochRandom random) {
    return new Learner<>(model, loss, optimizer, random);
  }

  /** Measure the loss on held-out data after each epoch, and return this. */
  public Learner<X, Y, P> validating(DataLoader<X, Y> heldOut) {
    validation = Optional.of(heldOut);
    return this;
  }

  /**
   * Measure something else on held-out data after each epoch, and return this.
   *
   * @param name that histories show
   * @param metric a mean over the samples of a batch
   * @throws IllegalArgumentException if something else has the name
   */
  public Learner<X, Y, P> measuring(String name, ToDoubleBiFunction<P, Y> metric) {
    if (TAKEN.contains(name) || metrics.containsKey(name)) {
      throw new IllegalArgumentException(
          "measure: two measures must not have one name\n  given  \"%s\"".formatted(name));
    }
    metrics.put(name, metric);
    return this;
  }

  /** Let the learning rates follow a schedule, whose t is the number of epochs, and return this. */
  public Learner<X, Y, P> scheduled(Schedule schedule) {
    scheduler = Optional.of(Scheduler.of(optimizer, schedule));
    return this;
  }

  /** Shorten gradients to a norm before each step, and return this. */
  public Learner<X, Y, P> clipping(double norm) {
    largestNorm = OptionalDouble.of(norm);
    return this;
  }

  /** Tell someone how the training goes, and return this. */
  public Learner<X, Y, P> calling(Callback callback) {
    callbacks.add(callback);
    return this;
  }

  /**
   * Write a checkpoint after each epoch, whole or not at all, and return this.
   *
   * <p>{@code resume(Checkpoint.read(file))} goes on from it.
   */
  public Learner<X, Y, P> checkpointing(Path file) {
    return calling(
        new Callback() {
          @Override
          public boolean afterEpoch(History known) {
            checkpoint().write(file);
            return false;
          }
        });
  }

  /** Return what the epochs so far have come to. */
  public History history() {
    return history;
  }

  /**
   * Train until there are so many epochs in all, those before a resumption included, or a callback
   * ends it.
   *
   * @param training what is learned from
   * @param epochs in all, a count
   * @throws IllegalArgumentException if there are more epochs already
   * @throws DivergenceException if the loss of a batch is not finite, before its step
   */
  public History fit(DataLoader<X, Y> training, int epochs) {
    if (epochs < history.size()) {
      throw new IllegalArgumentException(
          """
          training: the epochs in all must not be fewer than those that are over
            asked  %d
            over   %d
          ask for more, or begin with a new model"""
              .formatted(epochs, history.size()));
    }
    boolean ends = false;
    while (!ends && history.size() < epochs) {
      history = history.with(epoch(training, epochs));
      for (Callback callback : callbacks) {
        ends |= callback.afterEpoch(history);
      }
    }
    return history;
  }

  private EpochRecord epoch(DataLoader<X, Y> training, int epochs) {
    int epoch = history.size() + 1;
    random.begin(epoch);
    scheduler.ifPresent(one -> one.moveTo(epoch - 1));
    double rate = optimizer.groups().get(0).update().learningRate();
    model.train();
    Means means = new Means();
    int batches = 0;
    for (Batch<X, Y> batch : training.epoch()) {
      batches++;
      double value = step(batch, epoch, batches, rate);
      means.add(EpochRecord.TRAINING_LOSS, value, batch.size());
      Callback.Moment moment =
          new Callback.Moment(
              epoch, epochs, batches, training.batchCount(), means.of(EpochRecord.TRAINING_LOSS));
      callbacks.forEach(callback -> callback.afterBatch(moment));
    }
    Map<String, Double> values = new LinkedHashMap<>(means.all());
    validation.ifPresent(
        heldOut ->
            evaluate(heldOut)
                .forEach(
                    (name, value) ->
                        values.put(name.equals(LOSS) ? EpochRecord.VALIDATION_LOSS : name, value)));
    return new EpochRecord(epoch, rate, values);
  }

  private double step(Batch<X, Y> batch, int epoch, int number, double rate) {
    optimizer.zeroGrad();
    Tensor l = loss.apply(model.forward(batch.x()), batch.y());
    double value = l.detach().item();
    if (!Double.isFinite(value)) {
      throw DivergenceException.inTraining(epoch, number, value, rate);
    }
    l.backward();
    largestNorm.ifPresent(norm -> GradientClipping.byNorm(model.parameters(), norm));
    optimizer.step();
    return value;
  }

  // ---------------------------------------------------------------- evaluation

  /**
   * Measure the loss and the metrics, as means over all samples.
   *
   * <p>It changes no parameter, no gradient and no running statistic, and leaves the model in
   * training if it was.
   *
   * @return the mean loss under {@link #LOSS}, then each metric under its name
   */
  public Map<String, Double> evaluate(DataLoader<X, Y> data) {
    boolean wasTraining = model.isTraining();
    model.eval();
    Means means = new Means();
    try (var off = NoGrad.on()) {
      for (Batch<X, Y> batch : data.epoch()) {
        P prediction = model.forward(batch.x());
        means.add(LOSS, loss.apply(prediction, batch.y()).item(), batch.size());
        metrics.forEach(
            (name, metric) ->
                means.add(name, metric.applyAsDouble(prediction, batch.y()), batch.size()));
      }
    } finally {
      model.train(wasTraining);
    }
    return means.all();
  }

  // ---------------------------------------------------------------- checkpoints

  /** Copy all that the next epoch depends on. */
  public Checkpoint checkpoint() {
    return new Checkpoint(model.state(), optimizer.state(), history, random.seed());
  }

  /**
   * Go on where another training stopped, and return this.
   *
   * <p>The parameters then are, bit for bit, those of a training without a break, if model, loss,
   * optimizer, schedule and data are the same.
   *
   * @throws IllegalArgumentException if the checkpoint is one of another model, optimizer or seed;
   *     nothing is changed
   */
  public Learner<X, Y, P> resume(Checkpoint checkpoint) {
    if (checkpoint.seed() != random.seed()) {
      throw new IllegalArgumentException(
          """
          resume: the seed must be that of the training that stopped
            checkpoint  %d
            given       %d
          give the seed of the checkpoint"""
              .formatted(checkpoint.seed(), random.seed()));
    }
    Map<String, Tensor> before = model.state();
    model.load(checkpoint.model());
    try {
      optimizer.load(checkpoint.optimizer());
    } catch (IllegalArgumentException e) {
      model.load(before);
      throw e;
    }
    history = checkpoint.history();
    return this;
  }
}
