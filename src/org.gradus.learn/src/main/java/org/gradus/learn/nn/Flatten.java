package org.gradus.learn.nn;

import org.gradus.learn.Module;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/**
 * All axes but the first in one.
 *
 * <pre>
 *   y[n, :] = elements of x[n, …] in row-major order      x: [batch, …]   y: [batch, elements]
 * </pre>
 */
// [impl->learn~flatten~1]
public final class Flatten extends Module<Tensor, Tensor> {

  private Flatten() {}

  /** Make the module. */
  public static Flatten of() {
    return new Flatten();
  }

  /**
   * Compute the value.
   *
   * @throws ShapeException if x has no axis of samples
   */
  @Override
  public Tensor forward(Tensor x) {
    if (x.ndim() == 0) {
      throw new ShapeException(
          "flatten: there must be an axis of samples, which stays\n  given  " + x.signature());
    }
    int elements = 1;
    for (int axis = 1; axis < x.ndim(); axis++) {
      elements *= x.size(axis);
    }
    return x.reshape(x.size(0), elements);
  }
}
