package org.gradus.tensor.internal.ops;

import java.util.function.DoubleBinaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;

/**
 * Comparison, element by element after broadcasting: 1 where it holds, else 0.
 *
 * <p>It is constant between its jumps, so its results require no gradient. A comparison with NaN
 * does not hold, except ≠.
 */
// [impl->op~compare~1]
public enum Compare {
  /** a = b. */
  EQ((a, b) -> a == b ? 1 : 0),
  /** a ≠ b. */
  NE((a, b) -> a != b ? 1 : 0),
  /** a &lt; b. */
  LT((a, b) -> a < b ? 1 : 0),
  /** a ≤ b. */
  LE((a, b) -> a <= b ? 1 : 0),
  /** a &gt; b. */
  GT((a, b) -> a > b ? 1 : 0),
  /** a ≥ b. */
  GE((a, b) -> a >= b ? 1 : 0);

  private final DoubleBinaryOperator holds;

  Compare(DoubleBinaryOperator holds) {
    this.holds = holds;
  }

  /**
   * Compare two tensors.
   *
   * @throws org.gradus.tensor.ShapeException if they do not broadcast
   */
  public Tensor of(Tensor a, Tensor b) {
    ShapeCheck.broadcast(name().toLowerCase(java.util.Locale.ROOT), a, b);
    return Kernels.zip(a, b, holds);
  }
}
