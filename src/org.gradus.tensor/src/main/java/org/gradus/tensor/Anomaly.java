package org.gradus.tensor;

import java.util.Arrays;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Op;

/** The message of a rule that returned NaN. */
// [impl->autograd~anomaly~1]
final class Anomaly {
  private Anomaly() {}

  /**
   * Look for NaN in what a rule sends to an operand.
   *
   * @throws GradientException if there is one; it names the operation, the line of the forward call
   *     and the operand's value there
   */
  static void check(
      GradientFunction function, Op<?> op, Tensor operand, Tensor share, Tensor yBar) {
    double[] values = share.detach().toArray();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        String cause =
            hasNaN(yBar)
                ? "the gradient that came in was NaN already, from the seed or a hook: look there"
                : "look at that value and at the other operands: a root, a logarithm or a quotient"
                    + " has no finite derivative there";
        throw new GradientException(message(function, op, operand, i) + cause);
      }
    }
  }

  private static boolean hasNaN(Tensor tensor) {
    return Arrays.stream(tensor.detach().toArray()).anyMatch(Double::isNaN);
  }

  private static String message(GradientFunction function, Op<?> op, Tensor operand, int position) {
    int[] index = Shapes.index(operand.shape(), position);
    String at = index.length == 0 ? "" : " at " + Arrays.toString(index);
    return "backward: the rule of "
        + op.name()
        + " returned NaN for its operand "
        + operand.signature()
        + at
        + "\n  forward call   "
        + function.place().map(Place::toString).orElse("made outside of the block, line not kept")
        + "\n  operand there  "
        + operand.detach().toArray()[position]
        + "\n";
  }
}
