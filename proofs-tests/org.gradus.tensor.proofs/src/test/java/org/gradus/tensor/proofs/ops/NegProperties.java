package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~neg~1]
class NegProperties extends OperationContract {
  NegProperties() {
    super("neg");
  }
}
