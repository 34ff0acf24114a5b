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
 * Square root.
 *
 * <pre>
 *   y = √x
 *   x̄ = ȳ/(2·y)
 * </pre>
 *
 * <p>At 0 the gradient is ∞; below 0 value and gradient are NaN.
 */
// [impl->op~sqrt~1]
public record Sqrt(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary("sqrt", "y = √x", "x̄ = ȳ/(2·y)", Tensor::sqrt, Sqrt::define, Domain.POSITIVE)
          .withBorder(
              Tensor::sqrt, Sqrt::define, 0, Double.POSITIVE_INFINITY, "limit from the right")
          .withConvention(Tensor::sqrt, Sqrt::define, -1, Double.NaN, "the value is NaN");

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::sqrt);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.div(y.mul(2)));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.sqrt();
  }
}
