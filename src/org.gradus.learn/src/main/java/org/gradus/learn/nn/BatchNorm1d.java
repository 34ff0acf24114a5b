package org.gradus.learn.nn;

import java.util.Optional;
import org.gradus.learn.Module;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * Standardizing of each feature: in training by its mean and deviation in the batch, afterwards by
 * those of all batches seen in training.
 *
 * <pre>
 *   Y = weight·(X − m)/√(v + ε) + bias      X, Y: [sample, feature]   weight, bias: [feature]
 *     m, v    mean and biased variance of the batch in training, else the running ones
 *   running mean      ← (1 − α)·running mean + α·m
 *   running variance  ← (1 − α)·running variance + α·v·n/(n − 1)        α = 0.1, n: samples
 * </pre>
 *
 * <p>The weight begins with ones and the bias with zeros, the running mean with zeros and the
 * running variance with ones. Source: Ioffe and Szegedy, <em>Batch normalization: accelerating deep
 * network training by reducing internal covariate shift</em>.
 *
 * @param <A> axis of the features
 */
// [impl->learn~batch-norm~1]
public final class BatchNorm1d<A extends Axis>
    extends Module<Matrix<Sample, A>, Matrix<Sample, A>> {

  private final Parameter<Vector<A>> weight;
  private final Parameter<Vector<A>> bias;
  private final RunningStatistics running;
  private final Tensor batches;
  private final double eps;

  private BatchNorm1d(Dim<A> features, double eps, double momentum) {
    weight = Parameter.of(Vector.ones(features));
    bias = Parameter.of(Vector.zeros(features));
    running = RunningStatistics.ofChannels(features.length()).momentum(momentum);
    batches = Tensor.scalar(0);
    this.eps = eps;
    register("weight", weight);
    register("bias", bias);
    registerBuffer("running_mean", running.mean());
    registerBuffer("running_var", running.variance());
    registerBuffer("num_batches_tracked", batches);
  }

  /** Standardize features with ε = 10⁻⁵ and α = 0.1. */
  public static <A extends Axis> BatchNorm1d<A> of(Dim<A> features) {
    return of(features, 1e-5, 0.1);
  }

  /**
   * Standardize features.
   *
   * @param eps ε, keeps the divisor from being zero, in the unit of a variance
   * @param momentum α, the weight of the newest batch
   * @throws IllegalArgumentException if ε is negative or not finite, or α is not from 0 to 1
   */
  public static <A extends Axis> BatchNorm1d<A> of(Dim<A> features, double eps, double momentum) {
    HyperparameterCheck.notNegative("batch norm", "eps", eps, "1e-5");
    HyperparameterCheck.portion("batch norm", "momentum", momentum, "0.1");
    return new BatchNorm1d<>(features, eps, momentum);
  }

  /**
   * Compute the value.
   *
   * @throws org.gradus.tensor.ShapeException if there are not as many features as weights, or a
   *     batch in training has a single sample
   */
  @Override
  public Matrix<Sample, A> forward(Matrix<Sample, A> x) {
    return Matrix.of(x.rowDim(), x.columnDim(), forward(x.tensor()));
  }

  /**
   * Compute the value of a tensor of features along its axis 1.
   *
   * @throws org.gradus.tensor.ShapeException if there are not as many features as weights, or a
   *     feature has a single value in training
   */
  public Tensor forward(Tensor x) {
    Normalization normalization =
        new Normalization(
            Optional.of(weight.value().tensor()), Optional.of(bias.value().tensor()), eps);
    Tensor y = Layers.batchNorm(x, running, isTraining(), normalization);
    if (isTraining()) {
      try (var off = NoGrad.on()) {
        batches.add_(1);
      }
    }
    return y;
  }

  @Override
  protected String settings() {
    return "features=%d, eps=%s, momentum=%s"
        .formatted(running.mean().numel(), eps, running.momentum());
  }
}
