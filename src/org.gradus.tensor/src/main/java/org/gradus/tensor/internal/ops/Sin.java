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
 * Sine of an angle in radians.
 *
 * <pre>
 *   y = sin x
 *   x̄ = ȳ·cos x
 * </pre>
 */
// [impl->op~sin~1]
public record Sin(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "sin",
          "y = sin x",
          "x̄ = ȳ·cos x",
          Tensor::sin,
          Sin::define,
          Domain.AROUND_ZERO.and(Math.PI / 2, -Math.PI / 2, Math.PI));

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::sin);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(x.cos()));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.sin();
  }
}
