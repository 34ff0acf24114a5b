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
 * Reciprocal.
 *
 * <pre>
 *   y = 1/x
 *   x̄ = −ȳ·y²
 * </pre>
 */
// [impl->op~reciprocal~1]
public record Reciprocal(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
              "reciprocal",
              "y = 1/x",
              "x̄ = −ȳ·y²",
              Tensor::reciprocal,
              Reciprocal::define,
              Domain.AWAY_FROM_ZERO)
          .withPole(
              Tensor::reciprocal,
              Reciprocal::define,
              0,
              Double.NEGATIVE_INFINITY,
              "limit from both sides");

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> 1 / v);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(y.square().neg()));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.reciprocal();
  }
}
