package org.gradus.tensor;

import java.util.List;
import org.gradus.tensor.op.Op;

/**
 * Positions of an operation's operands, as a rule names them; one that is given twice is found
 * twice.
 */
final class Operands {
  private final Op<?> op;
  private final List<Tensor> operands;
  private final boolean[] served;

  Operands(Op<?> op) {
    this.op = op;
    this.operands = op.inputs();
    this.served = new boolean[operands.size()];
  }

  List<Tensor> all() {
    return operands;
  }

  /**
   * Position of an operand that is being given a share.
   *
   * @throws GradientException if there is no such operand
   */
  int take(Tensor operand) {
    int found = -1;
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) == operand) {
        found = i;
        if (!served[i]) {
          break;
        }
      }
    }
    if (found < 0) {
      throw new GradientException(
          "backward: the rule of "
              + op.name()
              + " added a gradient for a tensor that is no operand of it");
    }
    served[found] = true;
    return found;
  }
}
