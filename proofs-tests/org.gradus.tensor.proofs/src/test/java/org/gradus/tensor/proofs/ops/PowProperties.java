package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~pow-constant~1]
class PowProperties extends OperationContract {
  PowProperties() {
    super("pow-constant");
  }
}
