package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~mul~1]
class MulProperties extends OperationContract {
  MulProperties() {
    super("mul");
  }
}
