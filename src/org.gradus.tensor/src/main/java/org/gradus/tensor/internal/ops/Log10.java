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
 * Logarithm to base 10.
 *
 * <pre>
 *   y = log₁₀ x
 *   x̄ = ȳ/(x·ln 10)
 * </pre>
 *
 * <p>−∞ at 0, with gradient ∞; NaN below 0, where the rule still gives 1/(x·ln 10), as PyTorch
 * does.
 */
// [impl->op~log10~1]
public record Log10(Tensor x) implements UnaryOp {
  private static final double LN_10 = Math.log(10);

  static final Operation OPERATION =
      Operation.unary(
              "log10",
              "y = log₁₀ x",
              "x̄ = ȳ/(x·ln 10)",
              Tensor::log10,
              Log10::define,
              Domain.POSITIVE.and(1))
          .withBorder(
              Tensor::log10, Log10::define, 0, Double.POSITIVE_INFINITY, "limit from the right")
          .withConvention(
              Tensor::log10,
              Log10::define,
              -1,
              -1 / LN_10,
              "as PyTorch: the rule, though the value is NaN");

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::log10);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.div(x.mul(LN_10)));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.log().div(x.constant(10).log());
  }
}
