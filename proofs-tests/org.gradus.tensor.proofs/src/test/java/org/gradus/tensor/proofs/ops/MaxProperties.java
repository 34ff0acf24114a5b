package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~max~1]
class MaxProperties extends OperationContract {
  MaxProperties() {
    super("max");
  }
}
