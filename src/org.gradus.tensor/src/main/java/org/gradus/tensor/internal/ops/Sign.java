package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.UnaryOp;

/**
 * Sign.
 *
 * <pre>
 *   y = 1 where x &gt; 0, −1 where x &lt; 0, else 0
 *   x̄ = 0
 * </pre>
 *
 * <p>At NaN the value is 0, as in PyTorch. The result requires a gradient where x does.
 */
// [impl->op~sign~1]
public record Sign(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Step.operation(
          "sign",
          "y = 1 where x > 0, −1 where x < 0, else 0",
          Tensor::sign,
          v -> v < 0 ? -1 : 1,
          v -> 0,
          Domain.around(0, 2),
          0);

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v > 0 ? 1 : v < 0 ? -1 : 0);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.zeros(x.shape()));
  }
}
