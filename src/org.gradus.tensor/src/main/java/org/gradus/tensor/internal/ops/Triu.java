package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.UnaryOp;

/**
 * Upper triangle of a matrix, or of each matrix of the last two axes.
 *
 * <pre>
 *   y[…, i, j] = x[…, i, j] where j − i ≥ k, else 0      k: the first diagonal that stays
 *   x̄ = ȳ where j − i ≥ k, else 0
 * </pre>
 */
// [impl->op~triu~1]
public record Triu(Tensor x, int diagonal) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "triu",
          "y[…, i, j] = x[…, i, j] where j − i ≥ k, else 0",
          "x̄[…, i, j] = ȳ[…, i, j] where j − i ≥ k, else 0",
          draw -> sample(draw, Tensor::triu));

  /** Check the operand. */
  public Triu {
    ShapeCheck.matrices("triu", x);
  }

  @Override
  public Tensor forward() {
    return Triangle.of(x, offset -> offset >= diagonal);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.triu(diagonal));
  }

  /** A case of triu, computed by {@code application}. */
  public static Case sample(Draw draw, Triangle.Call application) {
    return Triangle.sample("triu", draw, application, (offset, diagonal) -> !(offset < diagonal));
  }
}
