package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~expm1~1]
class Expm1Properties extends OperationContract {
  Expm1Properties() {
    super("expm1");
  }
}
