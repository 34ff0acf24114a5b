package org.gradus.learn.nn;

import java.util.Optional;
import org.gradus.learn.Module;
import org.gradus.learn.Parameter;
import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Layers;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.Tensor;

/**
 * Standardizing of each channel, whatever the axes of its values: in training by its mean and
 * deviation in the batch, afterwards by those of all batches seen in training.
 *
 * <pre>
 *   Y = weight·(X − m)/√(v + ε) + bias      weight, bias: [channel]
 *     m, v    mean and biased variance of the batch in training, else the running ones
 *   running mean      ← (1 − α)·running mean + α·m
 *   running variance  ← (1 − α)·running variance + α·v·n/(n − 1)      n: values of a channel
 * </pre>
 *
 * <p>The weight begins with ones and the bias with zeros, the running mean with zeros and the
 * running variance with ones. Source: Ioffe and Szegedy, <em>Batch normalization: accelerating deep
 * network training by reducing internal covariate shift</em>.
 *
 * @param <X> argument and value
 */
public abstract sealed class BatchNorm<X> extends Module<X, X> permits BatchNorm1d, BatchNorm2d {

  private final Parameter<Tensor> weight;
  private final Parameter<Tensor> bias;
  private final RunningStatistics running;
  private final Tensor batches = Tensor.scalar(0);
  private final double eps;

  BatchNorm(int channels, double eps, double momentum) {
    HyperparameterCheck.notNegative("batch norm", "eps", eps, "1e-5");
    HyperparameterCheck.portion("batch norm", "momentum", momentum, "0.1");
    weight = Parameter.of(Tensor.ones(channels));
    bias = Parameter.of(Tensor.zeros(channels));
    running = RunningStatistics.ofChannels(channels).momentum(momentum);
    this.eps = eps;
  }

  /** Register what this is made of, once it is made. */
  final void registerAll() {
    register("weight", weight);
    register("bias", bias);
    registerBuffer("running_mean", running.mean());
    registerBuffer("running_var", running.variance());
    registerBuffer("num_batches_tracked", batches);
  }

  /** Standardize along axis 1, and count the batch in training. */
  final Tensor standardize(Tensor x) {
    Normalization normalization =
        new Normalization(Optional.of(weight.value()), Optional.of(bias.value()), eps);
    Tensor y = Layers.batchNorm(x, running, isTraining(), normalization);
    if (isTraining()) {
      try (var off = NoGrad.on()) {
        batches.add_(1);
      }
    }
    return y;
  }

  /** Show the numbers that were chosen, the channels called as the module calls them. */
  final String settings(String channels) {
    return "%s=%d, eps=%s, momentum=%s"
        .formatted(channels, running.mean().numel(), eps, running.momentum());
  }
}
