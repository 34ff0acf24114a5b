package org.gradus.learn.nn;

import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/**
 * Standardizing of each channel of images by its mean and deviation, as {@link BatchNorm} says.
 *
 * <pre>
 *   X, Y: [batch, channel, height, width]
 * </pre>
 */
// [impl->learn~batch-norm-2d~1]
public final class BatchNorm2d extends BatchNorm<Tensor> {

  private BatchNorm2d(int channels, double eps, double momentum) {
    super(channels, eps, momentum);
    registerAll();
  }

  /** Standardize channels with ε = 10⁻⁵ and α = 0.1. */
  public static BatchNorm2d of(int channels) {
    return of(channels, 1e-5, 0.1);
  }

  /**
   * Standardize channels.
   *
   * @param eps ε, keeps the divisor from being zero, in the unit of a variance
   * @param momentum α, the weight of the newest batch
   * @throws IllegalArgumentException if ε is negative or not finite, or α is not from 0 to 1
   */
  public static BatchNorm2d of(int channels, double eps, double momentum) {
    return new BatchNorm2d(channels, eps, momentum);
  }

  /**
   * Compute the value.
   *
   * @throws ShapeException if these are no images, there are not as many channels as weights, or a
   *     channel has a single value in training
   */
  @Override
  public Tensor forward(Tensor x) {
    if (x.ndim() != 4) {
      throw new ShapeException(
          "batch norm: images must have the axes [batch, channel, height, width]\n  given  "
              + x.signature());
    }
    return standardize(x);
  }

  @Override
  protected String settings() {
    return settings("channels");
  }
}
