package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~minimum~1]
class MinimumProperties extends OperationContract {
  MinimumProperties() {
    super("minimum");
  }
}
