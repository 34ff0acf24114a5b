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
 * Quotient, element by element.
 *
 * <pre>
 *   y = a/b
 *   ā = ȳ/b      b̄ =  −ȳ·(a/b)/b
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand. The square of b
 * is never formed: it would overflow or vanish where the gradient does not.
 */
// [impl->op~div~1]
public record Div(Tensor a, Tensor b) implements BinaryOp {
  private static final Distance POLE = Distance.ofOperand("b", 1, 0);

  static final Operation OPERATION =
      Operation.binary(
              "div",
              "y = a/b",
              "ā = ȳ/b, b̄ = −ȳ·(a/b)/b",
              Tensor::div,
              Div::define,
              Domain.AROUND_ZERO,
              Domain.AWAY_FROM_ZERO)
          .with(POLE)
          .with(
              Kink.limit(
                  at("a = 1, b = 0", 1),
                  "limit from the right",
                  Tensor.scalar(Double.POSITIVE_INFINITY),
                  Tensor.scalar(Double.NEGATIVE_INFINITY)))
          .with(
              Kink.convention(
                  at("a = 0, b = 0", 0),
                  "the rule as it stands; the value is NaN",
                  Tensor.scalar(Double.POSITIVE_INFINITY),
                  Tensor.scalar(Double.NaN)));

  /** Check the operands. */
  public Div {
    ShapeCheck.broadcast("div", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, (l, r) -> l / r);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.div(b).sumTo(a.shape()));
    gradients.add(b, () -> yBar.mul(a.div(b)).div(b).neg().sumTo(b.shape()));
  }

  @Override
  public Saved saved() {
    return Saved.of(b).and(a, b.requiresGrad());
  }

  private static Case at(String title, double a) {
    return new Case(
        title,
        List.of(Tensor.scalar(a), Tensor.scalar(0)),
        t -> t.get(0).div(t.get(1)),
        Definition.elementwise(Div::define, new int[0]),
        List.of(POLE));
  }

  static <S extends Real<S>> S define(S a, S b) {
    return a.div(b);
  }
}
