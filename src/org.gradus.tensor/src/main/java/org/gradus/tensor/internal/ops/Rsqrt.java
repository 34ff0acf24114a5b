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
 * Reciprocal square root.
 *
 * <pre>
 *   y = 1/√x
 *   x̄ = −ȳ·y³/2
 * </pre>
 *
 * <p>At 0 the value is ∞ and the gradient −∞; below 0 both are NaN.
 */
// [impl->op~rsqrt~1]
public record Rsqrt(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
              "rsqrt", "y = 1/√x", "x̄ = −ȳ·y³/2", Tensor::rsqrt, Rsqrt::define, Domain.POSITIVE)
          .withBorder(
              Tensor::rsqrt, Rsqrt::define, 0, Double.NEGATIVE_INFINITY, "limit from the right")
          .withConvention(Tensor::rsqrt, Rsqrt::define, -1, Double.NaN, "the value is NaN");

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> 1 / Math.sqrt(v));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(y.pow(3)).mul(-0.5));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.sqrt().reciprocal();
  }
}
