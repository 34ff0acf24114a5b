package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Exponential.
 *
 * <pre>
 *   y = eˣ
 *   x̄ = ȳ·y
 * </pre>
 */
// [impl->op~exp~1]
public record Exp(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "exp", "y = eˣ", "x̄ = ȳ·y", Tensor::exp, Exp::define, Domain.AROUND_ZERO.and(40, -40));

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::exp);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(y));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.exp();
  }
}
