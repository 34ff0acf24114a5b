package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.UnaryOp;

/**
 * Negation.
 *
 * <pre>
 *   y = −x
 *   x̄ = −ȳ
 * </pre>
 */
// [impl->op~neg~1]
public record Neg(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary("neg", "y = −x", "x̄ = −ȳ", Tensor::neg, Neg::define, Domain.AROUND_ZERO);

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> -v);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.neg());
  }

  static <S extends Real<S>> S define(S x) {
    return x.neg();
  }
}
