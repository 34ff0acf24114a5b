package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~maximum~1]
class MaximumProperties extends OperationContract {
  MaximumProperties() {
    super("maximum");
  }
}
