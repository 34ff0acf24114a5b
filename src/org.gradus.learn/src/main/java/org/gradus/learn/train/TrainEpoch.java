package org.gradus.learn.train;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.gradus.learn.Module;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sample;
import org.gradus.learn.data.Batch;
import org.gradus.learn.metric.Accumulator;
import org.gradus.learn.metric.Accuracy;
import org.gradus.tensor.Axis;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/**
 * One epoch of a classifier as the lesson writes it, {@code train_epoch_ch3(net, train_iter, loss,
 * updater)}, in its two branches.
 *
 * <pre>
 *   with an optimizer    zero the gradients, the mean of the losses backward, step
 *   with an updater      the sum of the losses backward, updater(n), which divides by n
 * </pre>
 *
 * <p>Both take the same step. That holds only for a loss of each sample: of a mean the sum is the
 * mean again, and the updater would divide by n twice, see erratum 14.
 */
// [impl->learn~train-epoch~1]
public final class TrainEpoch {

  private TrainEpoch() {}

  /**
   * What an epoch has come to.
   *
   * @param loss the mean over all samples, each met before its step
   * @param accuracy the share of samples whose largest logit is that of their class
   */
  public record Averages(double loss, double accuracy) {}

  /**
   * Train for an epoch with an optimizer.
   *
   * @param loss of each sample, [n]
   * @throws ShapeException if the losses are not one for each sample; no step is taken
   */
  public static <X, C extends Axis> Averages with(
      Module<X, Matrix<Sample, C>> net,
      Iterable<Batch<X, IndexTensor>> batches,
      BiFunction<Matrix<Sample, C>, IndexTensor, Tensor> loss,
      Optimizer optimizer) {
    return train(
        net,
        batches,
        loss,
        (losses, n) -> {
          optimizer.zeroGrad();
          losses.mean().backward();
          optimizer.step();
        });
  }

  /**
   * Train for an epoch with an updater of one's own.
   *
   * @param loss of each sample, [n]
   * @param updater takes n, divides the gradients, which are those of the sum, by it, changes the
   *     parameters, and sets the gradients to zero
   * @throws ShapeException if the losses are not one for each sample; no step is taken
   */
  public static <X, C extends Axis> Averages with(
      Module<X, Matrix<Sample, C>> net,
      Iterable<Batch<X, IndexTensor>> batches,
      BiFunction<Matrix<Sample, C>, IndexTensor, Tensor> loss,
      IntConsumer updater) {
    return train(
        net,
        batches,
        loss,
        (losses, n) -> {
          losses.sum().backward();
          updater.accept(n);
        });
  }

  /** What takes a step by the losses of n samples. */
  @FunctionalInterface
  private interface Step {
    void take(Tensor losses, int n);
  }

  private static <X, C extends Axis> Averages train(
      Module<X, Matrix<Sample, C>> net,
      Iterable<Batch<X, IndexTensor>> batches,
      BiFunction<Matrix<Sample, C>, IndexTensor, Tensor> loss,
      Step step) {
    net.train();
    Accumulator metric = Accumulator.of(3);
    for (Batch<X, IndexTensor> batch : batches) {
      Matrix<Sample, C> logits = net.forward(batch.x());
      Tensor losses = loss.apply(logits, batch.y());
      requireOneEach(losses, batch.size());
      double sum = losses.detach().sum().item();
      step.take(losses, batch.size());
      metric.add(sum, Accuracy.correct(logits.tensor(), batch.y()), batch.size());
    }
    return new Averages(metric.at(0) / metric.at(2), metric.at(1) / metric.at(2));
  }

  private static void requireOneEach(Tensor losses, int n) {
    if (!Arrays.equals(losses.shape(), new int[] {n})) {
      throw new ShapeException(
          """
          train epoch: there must be a loss for each sample, [%d]
            given  %s
          give a loss whose reduction is NONE: of a mean the updater would divide by n twice"""
              .formatted(n, Arrays.toString(losses.shape())));
    }
  }
}
