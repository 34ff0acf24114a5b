package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~exp~1]
class ExpProperties extends OperationContract {
  ExpProperties() {
    super("exp");
  }
}
