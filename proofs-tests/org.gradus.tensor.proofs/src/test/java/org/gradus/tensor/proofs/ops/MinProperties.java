package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~min~1]
class MinProperties extends OperationContract {
  MinProperties() {
    super("min");
  }
}
