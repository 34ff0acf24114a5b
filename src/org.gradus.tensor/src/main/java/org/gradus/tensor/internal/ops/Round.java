package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.UnaryOp;

/**
 * Nearest integer; a half goes to the even neighbor.
 *
 * <pre>
 *   y = round x
 *   x̄ = 0
 * </pre>
 *
 * <p>The result requires a gradient where x does.
 */
// [impl->op~round~1]
public record Round(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Step.operation(
          "round",
          "y = round x, a half to the even neighbor",
          Tensor::round,
          v -> Math.floor(v + 0.5),
          v -> Math.floor(v) + 0.5,
          Step.between(-1.5, -0.5, 0.5, 1.5),
          0.5);

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::rint);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.zeros(x.shape()));
  }
}
