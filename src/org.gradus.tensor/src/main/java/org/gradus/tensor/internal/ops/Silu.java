package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Sigmoid linear unit.
 *
 * <pre>
 *   y = x·s                        s = 1/(1 + e⁻ˣ)
 *   x̄ = ȳ·s·(1 + x·(1 − s))
 * </pre>
 *
 * <p>At −∞ the value is −∞·0, which is NaN, and the gradient is NaN at both ends, as in PyTorch.
 */
// [impl->op~silu~1]
public record Silu(Tensor x) implements UnaryOp {
  /** Where neither derivative is near a zero, at −1.28 and ±2.40, for its terms cancel there. */
  private static final Domain DOMAIN =
      new Domain(
          List.of(
              new Domain.Piece(-1.15, 2.3),
              new Domain.Piece(-2.3, -1.4),
              new Domain.Piece(2.5, 4),
              new Domain.Piece(-4, -2.5)));

  static final Operation OPERATION =
      Operation.unary(
          "silu",
          "y = x·s, s = 1/(1 + e⁻ˣ)",
          "x̄ = ȳ·s·(1 + x·(1 − s))",
          Tensor::silu,
          Silu::define,
          DOMAIN);

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v * Sigmoid.stable(v));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(slope()));
  }

  private Tensor slope() {
    Tensor s = x.sigmoid();
    return s.mul(x.mul(s.neg().add(1)).add(1));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.div(x.neg().exp().add(1));
  }
}
