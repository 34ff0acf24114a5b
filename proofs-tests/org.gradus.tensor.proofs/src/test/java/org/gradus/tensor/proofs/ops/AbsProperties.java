package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~abs~1]
class AbsProperties extends OperationContract {
  AbsProperties() {
    super("abs");
  }
}
