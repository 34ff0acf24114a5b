package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Smaller of two numbers, element by element.
 *
 * <pre>
 *   y = min(a, b)
 *   ā = ȳ where a is the smaller, ȳ/2 where a = b, else 0      b̄ likewise
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand. NaN wins, and
 * passes ȳ to both operands, as in PyTorch.
 */
// [impl->op~minimum~1]
public record Minimum(Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Operation.of(
              "minimum",
              "y = min(a, b)",
              "ā = ȳ where a is the smaller, ȳ/2 at a tie, else 0, b̄ likewise",
              Minimum::sample)
          .with(tie("a = b", 0.5, 0.5, "subgradient of smallest norm"))
          .with(
              new Kink(
                  "x = 0, against the constant 0",
                  List.of(Tensor.scalar(0)),
                  t -> t.get(0).minimum(Tensor.scalar(0)),
                  List.of(Tensor.scalar(0.5)),
                  "follows from a = b; the smallest norm would be 0"))
          .with(tie("a = NaN", Double.NaN, 1, "as PyTorch: NaN passes to both"));

  /** Check the operands. */
  public Minimum {
    ShapeCheck.broadcast("minimum", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, Math::min);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.mul(Kernels.zip(a, b, Minimum::share)).sumTo(a.shape()));
    gradients.add(b, () -> yBar.mul(Kernels.zip(b, a, Minimum::share)).sumTo(b.shape()));
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  private static double share(double own, double other) {
    if (Double.isNaN(own) || Double.isNaN(other)) {
      return 1;
    }
    return own == other ? 0.5 : own < other ? 1 : 0;
  }

  private static Kink tie(String where, double a, double gradient, String reason) {
    return new Kink(
        where,
        List.of(Tensor.scalar(a), Tensor.scalar(0.5)),
        t -> t.get(0).minimum(t.get(1)),
        List.of(Tensor.scalar(gradient), Tensor.scalar(gradient)),
        reason);
  }

  private static Case sample(Draw draw) {
    return Ties.sample("minimum", draw, Tensor::minimum, Minimum::define);
  }

  static <S extends Real<S>> S define(S a, S b) {
    return (a.value() < b.value() ? a : b).mul(1);
  }
}
