package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~cos~1]
class CosProperties extends OperationContract {
  CosProperties() {
    super("cos");
  }
}
