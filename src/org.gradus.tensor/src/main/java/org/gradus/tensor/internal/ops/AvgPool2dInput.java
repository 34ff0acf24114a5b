package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Plane;
import org.gradus.tensor.internal.kernel.Pooling;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.UnaryOp;

/**
 * Shares of windows given back to what they read: the adjoint of {@link AvgPool2d}.
 *
 * <pre>
 *   y[…, r·s + u·d − p, …] = Σ x[…, r, …] / k[r, …]
 *   x̄ = the mean of the windows of ȳ
 * </pre>
 */
// [impl->op~avgPool2d~1]
public record AvgPool2dInput(Tensor x, Plane plane, double[] divisors) implements UnaryOp {

  @Override
  public Tensor forward() {
    return Pooling.spread(x, plane, divisors);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.apply(new AvgPool2d(yBar, plane, divisors)));
  }
}
