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
 * Rectified linear unit.
 *
 * <pre>
 *   y = max(x, 0)
 *   x̄ = 0 where y ≤ 0, else ȳ
 * </pre>
 *
 * <p>At NaN the value is NaN and ȳ passes, as in PyTorch.
 */
// [impl->op~relu~1]
public record Relu(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
              "relu",
              "y = max(x, 0)",
              "x̄ = 0 where y ≤ 0, else ȳ",
              Tensor::relu,
              Relu::define,
              Domain.around(0, 2))
          .withKink(Tensor::relu, Relu::define, 0, 0, "subgradient of smallest norm")
          .withConvention(
              Tensor::relu, Relu::define, Double.NaN, 1, "as PyTorch; NaN is not at most 0");

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v <= 0 ? 0 : v);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(Kernels.map(y, v -> v <= 0 ? 0 : 1)));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  static <S extends Real<S>> S define(S x) {
    return x.value() > 0 ? x.mul(1) : x.constant(0);
  }
}
