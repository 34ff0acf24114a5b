package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Larger of two numbers, element by element.
 *
 * <pre>
 *   y = max(a, b)
 *   ā = ȳ where a is the larger, ȳ/2 where a = b, else 0      b̄ likewise
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand. NaN wins, and
 * passes ȳ to both operands, as in PyTorch.
 */
// [impl->op~maximum~1]
public record Maximum(Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Ties.operation(
          "maximum",
          "y = max(a, b)",
          "ā = ȳ where a is the larger, ȳ/2 at a tie, else 0, b̄ likewise",
          Tensor::maximum,
          Maximum::define);

  /** Check the operands. */
  public Maximum {
    ShapeCheck.broadcast("maximum", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, Math::max);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.mul(Kernels.zip(a, b, Maximum::share)).sumTo(a.shape()));
    gradients.add(b, () -> yBar.mul(Kernels.zip(b, a, Maximum::share)).sumTo(b.shape()));
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  private static double share(double own, double other) {
    if (Double.isNaN(own) || Double.isNaN(other)) {
      return 1;
    }
    return own == other ? 0.5 : own > other ? 1 : 0;
  }

  static <S extends Real<S>> S define(S a, S b) {
    return (a.value() > b.value() ? a : b).mul(1);
  }
}
