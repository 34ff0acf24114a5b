package org.gradus.tensor;

import org.gradus.tensor.internal.ops.BatchNorm;

/**
 * Mean and variance of each channel over the batches seen so far, which training changes in place.
 *
 * <pre>
 *   mean     ← (1 − momentum)·mean + momentum·m
 *   variance ← (1 − momentum)·variance + momentum·v·n/(n − 1)
 *     m, v: mean and biased variance of the batch, n: values of a channel in it
 * </pre>
 *
 * @param mean one entry for each channel
 * @param variance one entry for each channel
 * @param momentum weight of the newest batch
 */
public record RunningStatistics(Tensor mean, Tensor variance, double momentum) {

  /** Mean and variance with momentum 0.1. */
  public static RunningStatistics of(Tensor mean, Tensor variance) {
    return new RunningStatistics(mean, variance, 0.1);
  }

  /** Mean 0 and variance 1 with momentum 0.1, for so many channels. */
  public static RunningStatistics ofChannels(int channels) {
    return of(Tensor.zeros(channels), Tensor.ones(channels));
  }

  /** The same tensors with another momentum. */
  public RunningStatistics momentum(double newest) {
    return new RunningStatistics(mean, variance, newest);
  }

  /** Take in the statistics of one more batch. */
  void add(BatchNorm.Statistics batch) {
    try (var off = NoGrad.on()) {
      mean.copy_(blend(mean, batch.mean()));
      variance.copy_(blend(variance, batch.unbiased()));
    }
  }

  private Tensor blend(Tensor old, Tensor newest) {
    return old.mul(1 - momentum).add(newest.mul(momentum));
  }
}
