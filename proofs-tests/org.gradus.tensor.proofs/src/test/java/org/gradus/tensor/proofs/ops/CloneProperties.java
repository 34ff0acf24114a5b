package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~clone~1]
class CloneProperties extends OperationContract {
  CloneProperties() {
    super("clone");
  }
}
