package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Product, element by element.
 *
 * <pre>
 *   y = a·b
 *   ā = ȳ·b      b̄ =  ȳ·a
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand.
 */
// [impl->op~mul~1]
public record Mul(Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Operation.binary(
          "mul",
          "y = a·b",
          "ā = ȳ·b, b̄ = ȳ·a",
          Tensor::mul,
          Mul::define,
          Domain.AROUND_ZERO,
          Domain.AROUND_ZERO);

  /** Check the operands. */
  public Mul {
    ShapeCheck.broadcast("mul", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, (l, r) -> l * r);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.mul(b).sumTo(a.shape()));
    gradients.add(b, () -> yBar.mul(a).sumTo(b.shape()));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(a, b.requiresGrad()).and(b, a.requiresGrad());
  }

  static <S extends Real<S>> S define(S a, S b) {
    return a.mul(b);
  }
}
