package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Angle of the point (b, a) in the plane, in radians.
 *
 * <pre>
 *   y = atan2(a, b)
 *   ā = ȳ·b/(a² + b²)      b̄ = −ȳ·a/(a² + b²)
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand. The origin has
 * no angle: the value is 0, π or their negative, as the signs of the zeros say, and the gradients
 * are 0/0, NaN, as in PyTorch.
 */
// [impl->op~atan2~1]
public record Atan2(Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Operation.binary(
          "atan2",
          "y = atan2(a, b)",
          "ā = ȳ·b/(a² + b²), b̄ = −ȳ·a/(a² + b²)",
          Tensor::atan2,
          Atan2::define,
          Domain.AWAY_FROM_ZERO,
          Domain.AROUND_ZERO);

  /** Check the operands. */
  public Atan2 {
    ShapeCheck.broadcast("atan2", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, Math::atan2);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.mul(b.div(squares())).sumTo(a.shape()));
    gradients.add(b, () -> yBar.mul(a.neg().div(squares())).sumTo(b.shape()));
  }

  private Tensor squares() {
    return a.square().add(b.square());
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  static <S extends Real<S>> S define(S a, S b) {
    double quarter = a.value() < 0 ? -Math.PI / 2 : Math.PI / 2;
    return b.div(a).atan().neg().add(quarter);
  }
}
