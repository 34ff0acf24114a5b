package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~reshape~1]
class ReshapeProperties extends OperationContract {
  ReshapeProperties() {
    super("reshape");
  }
}
