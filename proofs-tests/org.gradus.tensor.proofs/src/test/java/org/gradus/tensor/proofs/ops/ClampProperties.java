package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~clamp~1]
class ClampProperties extends OperationContract {
  ClampProperties() {
    super("clamp");
  }
}
