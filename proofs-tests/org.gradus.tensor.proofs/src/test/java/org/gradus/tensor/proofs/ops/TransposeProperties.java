package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~transpose~1]
class TransposeProperties extends OperationContract {
  TransposeProperties() {
    super("transpose");
  }
}
