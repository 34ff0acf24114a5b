package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~cat~1]
class CatProperties extends OperationContract {
  CatProperties() {
    super("cat");
  }
}
