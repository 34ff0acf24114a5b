package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~index~1]
class IndexSelectProperties extends OperationContract {
  IndexSelectProperties() {
    super("index");
  }
}
