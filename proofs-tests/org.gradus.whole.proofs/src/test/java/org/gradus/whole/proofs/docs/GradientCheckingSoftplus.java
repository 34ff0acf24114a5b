package org.gradus.whole.proofs.docs;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

// region softplus
/**
 * Softplus.
 *
 * <pre>
 *   y = ln(1 + eˣ)
 *   x̄ = ȳ·σ(x)
 * </pre>
 */
record GradientCheckingSoftplus(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "softplus",
          "y = ln(1 + eˣ)",
          "x̄ = ȳ·σ(x)",
          x -> Tensor.apply(new GradientCheckingSoftplus(x)),
          GradientCheckingSoftplus::define,
          Domain.between(-4, 4));

  @Override
  public Tensor forward() {
    return x.exp().log1p();
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(x.sigmoid()));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  private static <S extends Real<S>> S define(S x) {
    return x.exp().add(1).log();
  }
}
// endregion
