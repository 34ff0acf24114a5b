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
 * Hyperbolic tangent.
 *
 * <pre>
 *   y = tanh x
 *   x̄ = ȳ·(1 − y²)
 * </pre>
 */
// [impl->op~tanh~1]
public record Tanh(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "tanh",
          "y = tanh x",
          "x̄ = ȳ·(1 − y²)",
          Tensor::tanh,
          Tanh::define,
          Domain.AROUND_ZERO.and(20, -20));

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::tanh);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(y.square().neg().add(1)));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.exp().sub(x.neg().exp()).div(x.exp().add(x.neg().exp()));
  }
}
