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
 * Error function.
 *
 * <pre>
 *   y = 2/√π·∫₀ˣ exp(−t²) dt
 *   x̄ = ȳ·2/√π·exp(−x²)
 * </pre>
 *
 * <p>Within one ulp for all x.
 */
// [impl->op~erf~1]
public record Erf(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.unary(
          "erf",
          "y = 2/√π·∫₀ˣ exp(−t²) dt",
          "x̄ = ȳ·2/√π·exp(−x²)",
          Tensor::erf,
          Erf::define,
          Domain.AROUND_ZERO.and(6, -6, 40, -40));

  @Override
  public Tensor forward() {
    return Kernels.map(x, ErrorFunction::of);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(x.square().neg().exp().mul(2 / Math.sqrt(Math.PI))));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  static <S extends Real<S>> S define(S x) {
    return x.erf();
  }
}
