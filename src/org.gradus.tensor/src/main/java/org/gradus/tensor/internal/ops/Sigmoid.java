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
 * Logistic sigmoid.
 *
 * <pre>
 *   y = 1/(1 + e⁻ˣ)
 *   x̄ = ȳ·y·(1 − y)
 * </pre>
 *
 * <p>The exponential is only taken of a number that is not positive, so nothing overflows.
 */
// [impl->op~sigmoid~1]
public record Sigmoid(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "sigmoid",
          "y = 1/(1 + e⁻ˣ)",
          "x̄ = ȳ·y·(1 − y)",
          Tensor::sigmoid,
          Sigmoid::define,
          Domain.between(-4, 4).and(0, 40, -40));

  @Override
  public Tensor forward() {
    return Kernels.map(x, Sigmoid::stable);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(y).mul(y.neg().add(1)));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.exp().div(x.exp().add(1));
  }

  static double stable(double x) {
    double e = Math.exp(-Math.abs(x));
    return x < 0 ? e / (1 + e) : 1 / (1 + e);
  }
}
