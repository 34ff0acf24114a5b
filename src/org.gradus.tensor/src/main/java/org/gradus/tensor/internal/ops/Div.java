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
 * Quotient, element by element.
 *
 * <pre>
 *   y = a/b
 *   ā = ȳ/b      b̄ =  −ȳ·a/b²
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand.
 */
// [impl->op~div~1]
public record Div(Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Operation.binary(
          "div",
          "y = a/b",
          "ā = ȳ/b, b̄ = −ȳ·a/b²",
          Tensor::div,
          Div::define,
          Domain.AWAY_FROM_ZERO,
          Domain.AWAY_FROM_ZERO);

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
    gradients.add(b, () -> yBar.mul(a).div(b.square()).neg().sumTo(b.shape()));
  }

  @Override
  public Saved saved() {
    return Saved.of(b).and(a, b.requiresGrad());
  }

  static <S extends Real<S>> S define(S a, S b) {
    return a.div(b);
  }
}
