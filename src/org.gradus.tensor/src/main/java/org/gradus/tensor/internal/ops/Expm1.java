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
 * Exponential minus one, accurate for small x.
 *
 * <pre>
 *   y = eˣ − 1
 *   x̄ = ȳ·(y + 1)
 * </pre>
 */
// [impl->op~expm1~1]
public record Expm1(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "expm1",
          "y = eˣ − 1",
          "x̄ = ȳ·(y + 1)",
          Tensor::expm1,
          Expm1::define,
          Domain.AROUND_ZERO.and(40));

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::expm1);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(y.add(1)));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.exp().add(-1);
  }
}
