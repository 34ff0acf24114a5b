package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~tanh~1]
class TanhProperties extends OperationContract {
  TanhProperties() {
    super("tanh");
  }
}
