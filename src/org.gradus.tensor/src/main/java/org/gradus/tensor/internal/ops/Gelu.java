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
 * Gaussian error linear unit: x times the share of a standard normal below x.
 *
 * <pre>
 *   y = x·Φ(x)                    Φ(x) = (1 + erf(x/√2))/2
 *   x̄ = ȳ·(Φ(x) + x·φ(x))         φ(x) = e^(−x²/2)/√(2π)
 * </pre>
 *
 * <p>To the left Φ cancels, as in PyTorch: the error stays below 2⁻⁵³·|x|, which is all of the
 * value from −8.3 on. At −∞ the value is −∞·0, which is NaN, and the gradient is NaN at both ends.
 */
// [impl->op~gelu~1]
public record Gelu(Tensor x) implements UnaryOp {
  /** The lowest point, where the gradient is zero. */
  private static final double LOWEST = -0.7517915246935645;

  static final Operation OPERATION =
      Operation.unary(
          "gelu",
          "y = x·Φ(x), Φ(x) = (1 + erf(x/√2))/2",
          "x̄ = ȳ·(Φ(x) + x·φ(x)), φ(x) = e^(−x²/2)/√(2π)",
          Tensor::gelu,
          Gelu::define,
          Domain.between(-4, 4).and(0, LOWEST, Math.sqrt(2), -Math.sqrt(2), 40, -40));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v * 0.5 * (1 + ErrorFunction.of(v * Math.sqrt(0.5))));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(share().add(x.mul(density()))));
  }

  private Tensor share() {
    return x.mul(Math.sqrt(0.5)).erf().add(1).mul(0.5);
  }

  private Tensor density() {
    return x.square().mul(-0.5).exp().div(Math.sqrt(2 * Math.PI));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.mul(x.div(x.constant(2).sqrt()).erf().add(1)).mul(0.5);
  }
}
