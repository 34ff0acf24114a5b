package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Convolutions;
import org.gradus.tensor.internal.kernel.Plane;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;

/**
 * Adjoint in w of the convolution {@link Conv2d}.
 *
 * <pre>
 *   y[o, i, u, …] = Σ a[n, i, r·s + u·d − p, …]·b[n, o, r, …]
 *     a: shape of x   b: shape of the result of the convolution   y: shape of its weight
 *   ā = adjoint in x, of b and ȳ      b̄ = convolution of a with ȳ
 * </pre>
 *
 * @param shape shape of the result
 */
// [impl->op~conv2d~1]
public record Conv2dWeight(Tensor a, Tensor b, int[] shape, Plane plane, int groups)
    implements BinaryOp {

  @Override
  public Tensor forward() {
    return Convolutions.byWeight(a, b, shape, plane, groups);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> Tensor.apply(new Conv2dInput(b, yBar, plane, groups)));
    gradients.add(b, () -> Tensor.apply(new Conv2d(a, yBar, plane, groups)));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(a, b.requiresGrad()).and(b, a.requiresGrad());
  }
}
