package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~relu~1]
class ReluProperties extends OperationContract {
  ReluProperties() {
    super("relu");
  }
}
