package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~sum~1]
class SumProperties extends OperationContract {
  SumProperties() {
    super("sum");
  }
}
