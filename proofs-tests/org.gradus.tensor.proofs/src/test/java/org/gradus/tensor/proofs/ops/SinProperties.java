package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~sin~1]
class SinProperties extends OperationContract {
  SinProperties() {
    super("sin");
  }
}
