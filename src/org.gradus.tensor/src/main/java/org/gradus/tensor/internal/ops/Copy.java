package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Gradients;

/**
 * Value that overwrites another: what {@code copy_}, {@code fill_} and their kin put in place of a.
 *
 * <pre>
 *   y = b, broadcast to the shape of a
 *   ā = 0      b̄ = ȳ, summed back to the shape of b
 * </pre>
 */
// [impl->op~copy_~1]
public record Copy(Tensor a, Tensor b) implements BinaryOp {

  /** Check the operands. */
  public Copy {
    ShapeCheck.broadcast("copy_", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, (old, value) -> value);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> Tensor.zeros(a.shape()));
    gradients.add(b, () -> yBar.sumTo(b.shape()));
  }
}
