package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;

/**
 * Difference.
 *
 * <pre>
 *   y = a − b
 *   ā = ȳ      b̄ =  −ȳ
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand.
 */
// [impl->op~sub~1]
public record Sub(Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Operation.binary(
          "sub",
          "y = a − b",
          "ā = ȳ, b̄ = −ȳ",
          (a, b) -> Tensor.apply(new Sub(a, b)),
          Sub::define,
          Domain.AROUND_ZERO,
          Domain.AROUND_ZERO);

  /** Check the operands. */
  public Sub {
    ShapeCheck.broadcast("sub", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, (l, r) -> l - r);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.sumTo(a.shape()));
    gradients.add(b, () -> yBar.neg().sumTo(b.shape()));
  }

  static <S extends Real<S>> S define(S a, S b) {
    return a.sub(b);
  }
}
