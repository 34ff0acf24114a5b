package org.gradus.tensor.op;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Face;
import org.gradus.tensor.Tensor;

/**
 * Values whose numbers a reverse rule reads.
 *
 * @param result whether the rule reads its own result
 * @param inputs operands that it reads
 */
// [impl->autograd~saved-values~1]
public record Saved(boolean result, List<Tensor> inputs) {
  private static final Saved NOTHING = new Saved(false, List.of());

  /** The rule reads shapes at most, as that of a sum. */
  public static Saved nothing() {
    return NOTHING;
  }

  /** The rule reads the result, as that of the exponential. */
  public static Saved ofResult() {
    return new Saved(true, List.of());
  }

  /** The rule reads an operand, as that of the logarithm. */
  public static Saved of(Face<?> operand) {
    return new Saved(false, List.of(operand.tensor()));
  }

  /**
   * These, and one more operand if {@code needed}, as the product, which reads a factor for the
   * gradient of the other.
   */
  public Saved and(Face<?> operand, boolean needed) {
    if (!needed) {
      return this;
    }
    List<Tensor> more = new ArrayList<>(inputs);
    more.add(operand.tensor());
    return new Saved(result, List.copyOf(more));
  }

  /** Whether the rule reads no number at all. */
  public boolean isEmpty() {
    return !result && inputs.isEmpty();
  }
}
