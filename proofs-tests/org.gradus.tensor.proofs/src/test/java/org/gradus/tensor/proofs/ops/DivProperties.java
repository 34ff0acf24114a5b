package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~div~1]
class DivProperties extends OperationContract {
  DivProperties() {
    super("div");
  }
}
