package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~select~1]
class SelectProperties extends OperationContract {
  SelectProperties() {
    super("select");
  }
}
