package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.UnaryOp;

/**
 * Copy with storage of its own.
 *
 * <pre>
 *   y = x
 *   x̄ = ȳ
 * </pre>
 */
// [impl->op~clone~1]
public record Clone(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary("clone", "y = x", "x̄ = ȳ", Tensor::clone, Clone::define, Domain.AROUND_ZERO);

  @Override
  public Tensor forward() {
    return Kernels.copy(x);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar);
  }

  static <S extends Real<S>> S define(S x) {
    return x.mul(1);
  }
}
