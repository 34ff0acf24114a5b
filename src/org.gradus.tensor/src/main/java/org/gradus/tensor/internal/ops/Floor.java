package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.UnaryOp;

/**
 * Largest integer that does not exceed x.
 *
 * <pre>
 *   y = ⌊x⌋
 *   x̄ = 0
 * </pre>
 *
 * <p>The result requires a gradient where x does.
 */
// [impl->op~floor~1]
public record Floor(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Step.operation(
          "floor",
          "y = ⌊x⌋",
          Tensor::floor,
          v -> (int) (v + 4096) - 4096,
          Math::rint,
          Step.between(-2, -1, 0, 1, 2),
          1);

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::floor);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.zeros(x.shape()));
  }
}
