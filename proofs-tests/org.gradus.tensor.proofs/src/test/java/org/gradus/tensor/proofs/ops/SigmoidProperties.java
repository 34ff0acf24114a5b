package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~sigmoid~1]
class SigmoidProperties extends OperationContract {
  SigmoidProperties() {
    super("sigmoid");
  }
}
