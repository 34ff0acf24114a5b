package org.gradus.tensor.op;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/**
 * A point without a derivative, and the gradient declared there.
 *
 * @param where the point in words, for example {@code x = 0}
 * @param operands the point
 * @param application runs the operation
 * @param gradients declared gradient of the sum of the result by each operand
 * @param reason why this value and no other
 */
public record Kink(
    String where,
    List<Tensor> operands,
    Function<List<Tensor>, Tensor> application,
    List<Tensor> gradients,
    String reason) {

  /** The same kink of another application. */
  public Kink applied(UnaryOperator<Function<List<Tensor>, Tensor>> change) {
    return new Kink(where, operands, change.apply(application), gradients, reason);
  }
}
