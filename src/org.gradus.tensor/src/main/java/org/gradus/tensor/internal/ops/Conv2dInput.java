package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Convolutions;
import org.gradus.tensor.internal.kernel.Plane;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;

/**
 * Adjoint in x of the convolution {@link Conv2d}.
 *
 * <pre>
 *   y[n, i, r·s + u·d − p, …] = Σ a[n, o, r, …]·b[o, i, u, …]
 *     a: shape of the result of the convolution   b: shape of its weight   y: shape of x
 *   ā = convolution of ȳ with b      b̄ = adjoint in w, of ȳ and a
 * </pre>
 */
// [impl->op~conv2d~1]
public record Conv2dInput(Tensor a, Tensor b, Plane plane, int groups) implements BinaryOp {

  @Override
  public Tensor forward() {
    return Convolutions.byInput(a, b, plane, groups);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> Tensor.apply(new Conv2d(yBar, b, plane, groups)));
    gradients.add(b, () -> Tensor.apply(new Conv2dWeight(yBar, a, b.shape(), plane, groups)));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(a, b.requiresGrad()).and(b, a.requiresGrad());
  }
}
