package org.gradus.learn.nn;

import org.gradus.tensor.Axis;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Vector;

/**
 * The mean squared error of a prediction ŷ against a target y.
 *
 * <pre>
 *   L = Σ (ŷ − y)² / n          ŷ, y: [n]
 *   ∂L/∂ŷ = 2·(ŷ − y) / n       ∂L/∂y = −∂L/∂ŷ
 * </pre>
 *
 * <p>It is 0 where both are equal and positive elsewhere. Prediction and target may be swapped
 * without a change of the value; the gradient by either changes its sign. Nothing is broadcast: a
 * target along another axis does not compile, and one of another length is refused.
 */
// [impl->learn~mean-squared-error~1]
public final class MeanSquaredError {

  private MeanSquaredError() {}

  /**
   * Compute the error; it is NaN for vectors without an element.
   *
   * @throws org.gradus.tensor.ShapeException if the lengths differ
   */
  public static <A extends Axis> Scalar of(Vector<A> prediction, Vector<A> target) {
    return Scalar.of(prediction.tensor().mse(target.tensor()));
  }
}
