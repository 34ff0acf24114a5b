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
 * Absolute value.
 *
 * <pre>
 *   y = |x|
 *   x̄ = ȳ·sign(x)      sign(0) = 0
 * </pre>
 */
// [impl->op~abs~1]
public record Abs(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
              "abs",
              "y = |x|",
              "x̄ = ȳ·sign(x)      sign(0) = 0",
              Tensor::abs,
              Abs::define,
              Domain.around(0, 2))
          .withKink(Tensor::abs, Abs::define, 0, 0, "subgradient of smallest norm")
          .withConvention(
              Tensor::abs, Abs::define, Double.NaN, 0, "as PyTorch: the sign of NaN is 0");

  @Override
  public Tensor forward() {
    return Kernels.map(x, Math::abs);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(x.sign()));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.value() < 0 ? x.neg() : x.mul(1);
  }
}
