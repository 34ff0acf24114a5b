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
 * Natural logarithm of 1 + x, accurate for small x.
 *
 * <pre>
 *   y = ln(1 + x)
 *   x̄ = ȳ/(1 + x)
 * </pre>
 */
// [impl->op~log1p~1]
public record Log1p(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
              "log1p",
              "y = ln(1 + x)",
              "x̄ = ȳ/(1 + x)",
              Tensor::log1p,
              Log1p::define,
              Domain.between(-0.8, 3).and(0))
          .withBorder(
              Tensor::log1p, Log1p::define, -1, Double.POSITIVE_INFINITY, "limit from the right");

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::log1p);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.div(x.add(1)));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.add(1).log();
  }
}
