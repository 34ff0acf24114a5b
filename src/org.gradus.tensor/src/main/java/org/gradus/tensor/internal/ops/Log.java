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
 * Natural logarithm.
 *
 * <pre>
 *   y = ln x
 *   x̄ = ȳ/x
 * </pre>
 *
 * <p>−∞ at 0, with gradient ∞; NaN below 0, where the rule still gives 1/x, as PyTorch does.
 */
// [impl->op~log~1]
public record Log(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
              "log", "y = ln x", "x̄ = ȳ/x", Tensor::log, Log::define, Domain.POSITIVE.and(1))
          .withBorder(Tensor::log, Log::define, 0, Double.POSITIVE_INFINITY, "limit from the right")
          .withConvention(
              Tensor::log, Log::define, -1, -1, "as PyTorch: 1/x, though the value is NaN");

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::log);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.div(x));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.log();
  }
}
