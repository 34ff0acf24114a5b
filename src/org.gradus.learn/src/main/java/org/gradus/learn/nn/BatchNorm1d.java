package org.gradus.learn.nn;

import org.gradus.learn.Sample;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;

/**
 * Standardizing of each feature by its mean and deviation, as {@link BatchNorm} says.
 *
 * <pre>
 *   X, Y: [sample, feature]
 * </pre>
 *
 * @param <A> axis of the features
 */
// [impl->learn~batch-norm~1]
public final class BatchNorm1d<A extends Axis> extends BatchNorm<Matrix<Sample, A>> {

  private BatchNorm1d(Dim<A> features, double eps, double momentum) {
    super(features.length(), eps, momentum);
    registerAll();
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
    return standardize(x);
  }

  @Override
  protected String settings() {
    return settings("features");
  }
}
