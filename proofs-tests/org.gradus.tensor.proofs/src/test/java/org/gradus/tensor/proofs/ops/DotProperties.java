package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~dot~1]
class DotProperties extends OperationContract {
  DotProperties() {
    super("dot");
  }
}
