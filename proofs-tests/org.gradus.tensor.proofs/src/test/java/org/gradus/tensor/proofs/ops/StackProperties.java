package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~stack~1]
class StackProperties extends OperationContract {
  StackProperties() {
    super("stack");
  }
}
