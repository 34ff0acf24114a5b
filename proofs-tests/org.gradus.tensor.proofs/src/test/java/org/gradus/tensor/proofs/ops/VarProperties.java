package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~var~1]
class VarProperties extends OperationContract {
  VarProperties() {
    super("var");
  }
}
