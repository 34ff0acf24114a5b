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
 * Gaussian error linear unit, its share of the normal approximated by a hyperbolic tangent.
 *
 * <pre>
 *   y = x·(1 + t)/2                                t = tanh u,  u = √(2/π)·(x + 0.044715·x³)
 *   x̄ = ȳ·((1 + t)/2 + x/2·(1 − t²)·u′)            u′ = √(2/π)·(1 + 3·0.044715·x²)
 * </pre>
 *
 * <p>It differs from the unit itself by less than 0.0005 (D. Hendrycks and K. Gimpel, Gaussian
 * Error Linear Units, 2016). At −∞ the value is −∞·0, which is NaN, and the gradient is NaN at both
 * ends, as in PyTorch.
 */
// [impl->op~geluByTanh~1]
public record GeluByTanh(Tensor x) implements UnaryOp {
  private static final double ROOT = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;

  /** The lowest point, where the gradient is zero. */
  private static final double LOWEST = -0.7524614220710163;

  static final Operation OPERATION =
      Operation.unary(
          "geluByTanh",
          "y = x·(1 + tanh u)/2, u = √(2/π)·(x + 0.044715·x³)",
          "x̄ = ȳ·((1 + t)/2 + x/2·(1 − t²)·u′), t = tanh u",
          Tensor::geluByTanh,
          GeluByTanh::define,
          Domain.between(-4, 4).and(0, LOWEST, 8, -8));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v * 0.5 * (1 + Math.tanh(ROOT * (v + CUBIC * v * v * v))));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(slope()));
  }

  private Tensor slope() {
    Tensor square = x.square();
    Tensor t = x.mul(square.mul(CUBIC).add(1)).mul(ROOT).tanh();
    Tensor inner = square.mul(3 * CUBIC).add(1).mul(ROOT);
    return t.add(1).add(x.mul(t.square().neg().add(1)).mul(inner)).mul(0.5);
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    S u = x.add(x.mul(x).mul(x).mul(CUBIC)).mul(ROOT);
    return x.mul(Tanh.define(u).add(1)).mul(0.5);
  }
}
