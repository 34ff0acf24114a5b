package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~sub~1]
class SubProperties extends OperationContract {
  SubProperties() {
    super("sub");
  }
}
