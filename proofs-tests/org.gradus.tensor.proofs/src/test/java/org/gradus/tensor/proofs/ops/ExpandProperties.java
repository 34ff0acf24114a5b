package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~expand~1]
class ExpandProperties extends OperationContract {
  ExpandProperties() {
    super("expand");
  }
}
