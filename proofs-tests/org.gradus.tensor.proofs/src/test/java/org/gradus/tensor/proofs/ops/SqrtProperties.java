package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~sqrt~1]
class SqrtProperties extends OperationContract {
  SqrtProperties() {
    super("sqrt");
  }
}
