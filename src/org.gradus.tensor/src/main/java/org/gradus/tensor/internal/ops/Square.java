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
 * Square.
 *
 * <pre>
 *   y = x²
 *   x̄ = ȳ·2·x
 * </pre>
 */
// [impl->op~square~1]
public record Square(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "square", "y = x²", "x̄ = ȳ·2·x", Tensor::square, Square::define, Domain.AROUND_ZERO);

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v * v);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(x.mul(2)));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.mul(x);
  }
}
