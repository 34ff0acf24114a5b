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
 * Inverse tangent, in radians.
 *
 * <pre>
 *   y = arctan x
 *   x̄ = ȳ/(1 + x²)
 * </pre>
 */
// [impl->op~atan~1]
public record Atan(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "atan",
          "y = arctan x",
          "x̄ = ȳ/(1 + x²)",
          Tensor::atan,
          Atan::define,
          Domain.AROUND_ZERO.and(40, -40));

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::atan);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.div(x.square().add(1)));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.atan();
  }
}
