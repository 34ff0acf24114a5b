package org.gradus.cli;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.gradus.learn.Batches;
import org.gradus.learn.Coefficient;
import org.gradus.learn.DivergenceException;
import org.gradus.learn.GradientDescent;
import org.gradus.learn.LinearModel;
import org.gradus.learn.Sample;
import org.gradus.learn.TrainingLog;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Axis;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Vector;

/** The training of a linear model: for each epoch, for each of its batches, one step. */
final class Training {

  private interface Batch extends Axis {}

  private final Matrix<Sample, Coefficient> x;
  private final Vector<Sample> y;
  private final Vector<Coefficient> w;
  private final int size;
  private final TrainingLog log = new TrainingLog();

  Training(Problem problem, int size) {
    this.x = problem.inputs();
    this.y = problem.targets();
    this.w = problem.begin().requiresGrad_();
    this.size = size;
  }

  /**
   * Trains, and writes down the loss on all rows before the first epoch and after each.
   *
   * <p>It ends early where a loss is not finite; the last entry of the log is then the one before.
   *
   * @param random the source of the order of the rows
   * @param watcher is told of each entry of the log
   * @return whether every loss was finite
   */
  boolean run(Settings settings, RandomGenerator random, Consumer<TrainingLog.Entry> watcher) {
    var descent = new GradientDescent(settings.learningRate());
    var batches = Batches.of(y.length(), size, random);
    if (!note(0, watcher)) {
      return false;
    }
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      try {
        for (IndexTensor rows : batches.epoch()) {
          descent.step(w, loss(rows));
        }
      } catch (DivergenceException e) {
        return false;
      }
      if (!note(epoch * batches.count(), watcher)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the loss of a batch, with its graph. */
  Scalar loss(IndexTensor rows) {
    var model = new LinearModel(w);
    return size == y.length()
        ? MeanSquaredError.of(model.predict(x), y)
        : MeanSquaredError.of(model.predict(x.rows(rows, Batch.class)), y.at(rows, Batch.class));
  }

  /** Returns what has been written down: one entry before the first epoch and one after each. */
  TrainingLog log() {
    return log;
  }

  private boolean note(int step, Consumer<TrainingLog.Entry> watcher) {
    double loss;
    try (var off = NoGrad.on()) {
      loss = MeanSquaredError.of(new LinearModel(w).predict(x), y).toDouble();
    }
    if (!Double.isFinite(loss)) {
      return false;
    }
    watcher.accept(log.add(step, loss, w.detach().toArray()));
    return true;
  }
}
