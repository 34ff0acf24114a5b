package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.UnaryOp;

/**
 * Lower triangle of a matrix, or of each matrix of the last two axes.
 *
 * <pre>
 *   y[…, i, j] = x[…, i, j] where j − i ≤ k, else 0      k: the last diagonal that stays
 *   x̄ = ȳ where j − i ≤ k, else 0
 * </pre>
 */
// [impl->op~tril~1]
public record Tril(Tensor x, int diagonal) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "tril",
          "y[…, i, j] = x[…, i, j] where j − i ≤ k, else 0",
          "x̄[…, i, j] = ȳ[…, i, j] where j − i ≤ k, else 0",
          draw -> sample(draw, Tensor::tril));

  /** Check the operand. */
  public Tril {
    ShapeCheck.matrices("tril", x);
  }

  @Override
  public Tensor forward() {
    return Triangle.of(x, offset -> offset <= diagonal);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.tril(diagonal));
  }

  /** A case of tril, computed by {@code application}. */
  public static Case sample(Draw draw, Triangle.Call application) {
    return Triangle.sample("tril", draw, application, (offset, diagonal) -> !(offset > diagonal));
  }
}
