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
  /** The lowest point, where the gradient is zero. */
  private static final double LOWEST = -1.2784645427610738;

  /** The larger of the two numbers where the second derivative is zero. */
  private static final double INFLECTION = 2.3993572805154677;

  static final Operation OPERATION =
      Operation.unary(
          "silu",
          "y = x·s, s = 1/(1 + e⁻ˣ)",
          "x̄ = ȳ·s·(1 + x·(1 − s))",
          Tensor::silu,
          Silu::define,
          Domain.between(-5, 5).and(0, LOWEST, INFLECTION, -INFLECTION, 40, -40));

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
    return x.mul(Sigmoid.define(x));
  }
}
