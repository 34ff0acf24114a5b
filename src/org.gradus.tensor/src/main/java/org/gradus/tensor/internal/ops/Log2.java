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
 * Logarithm to base 2.
 *
 * <pre>
 *   y = log₂ x
 *   x̄ = ȳ/(x·ln 2)
 * </pre>
 *
 * <p>Exact at the powers of two down to 2⁻¹⁰²². −∞ at 0, with gradient ∞; NaN below 0, where the
 * rule still gives 1/(x·ln 2), as PyTorch does.
 */
// [impl->op~log2~1]
public record Log2(Tensor x) implements UnaryOp {
  private static final double LN_2 = Math.log(2);

  static final Operation OPERATION =
      Operation.unary(
              "log2",
              "y = log₂ x",
              "x̄ = ȳ/(x·ln 2)",
              Tensor::log2,
              Log2::define,
              Domain.POSITIVE.and(1))
          .withBorder(
              Tensor::log2, Log2::define, 0, Double.POSITIVE_INFINITY, "limit from the right")
          .withConvention(
              Tensor::log2,
              Log2::define,
              -1,
              -1 / LN_2,
              "as PyTorch: the rule, though the value is NaN");

  @Override
  public Tensor forward() {
    return Kernels.map(x, Log2::of);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.div(x.mul(LN_2)));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.log().div(x.constant(2).log());
  }

  /** The power of two goes as it is, and only the rest, from √½ to √2, needs a logarithm. */
  private static double of(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return Math.log(x) / LN_2;
    }
    int power = Math.getExponent(x * Math.sqrt(0.5)) + 1;
    return power + Math.log(Math.scalb(x, -power)) / LN_2;
  }
}
