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
 * Logarithm of the logistic sigmoid.
 *
 * <pre>
 *   y = ln(1/(1 + e⁻ˣ)) = min(x, 0) − ln(1 + e^−|x|)
 *   x̄ = ȳ/(1 + eˣ)
 * </pre>
 *
 * <p>The exponential is only taken of a number that is not positive, so nothing overflows, and far
 * to the left the value is x and not −∞.
 */
// [impl->op~logSigmoid~1]
public record LogSigmoid(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "logSigmoid",
          "y = ln(1/(1 + e⁻ˣ))",
          "x̄ = ȳ/(1 + eˣ)",
          Tensor::logSigmoid,
          LogSigmoid::define,
          Domain.between(-4, 4).and(0, 40, -40));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> -Softplus.stable(-v));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(x.neg().sigmoid()));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.neg().exp().add(1).log().neg();
  }
}
