package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
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
  private static final Distance HEIGHT = Distance.ofOperand("a", 0, 0);

  static final Operation OPERATION =
      Operation.binary(
              "atan2",
              "y = atan2(a, b)",
              "ā = ȳ·b/(a² + b²), b̄ = −ȳ·a/(a² + b²)",
              Tensor::atan2,
              Atan2::define,
              Domain.AWAY_FROM_ZERO,
              Domain.AROUND_ZERO)
          .with(HEIGHT)
          .with(
              Kink.subgradient(
                  at("a = 0, b = −1", -1),
                  "the value jumps by 2π, the derivative does not",
                  Tensor.scalar(-1),
                  Tensor.scalar(0)))
          .with(
              Kink.convention(
                  at("a = 0, b = 0", 0),
                  "0/0, as PyTorch",
                  Tensor.scalar(Double.NaN),
                  Tensor.scalar(Double.NaN)));

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

  private static Case at(String title, double b) {
    return new Case(
        title,
        List.of(Tensor.scalar(0), Tensor.scalar(b)),
        t -> t.get(0).atan2(t.get(1)),
        Definition.elementwise(Atan2::define, new int[0]),
        List.of(HEIGHT));
  }

  static <S extends Real<S>> S define(S a, S b) {
    double quarter = a.value() < 0 ? -Math.PI / 2 : Math.PI / 2;
    return b.div(a).atan().neg().add(quarter);
  }
}
