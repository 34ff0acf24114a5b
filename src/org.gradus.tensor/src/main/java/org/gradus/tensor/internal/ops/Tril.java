package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
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
          draw ->
              Triangle.sample(
                  "tril", draw, Tensor::tril, (offset, diagonal) -> !(offset > diagonal)));

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
}
