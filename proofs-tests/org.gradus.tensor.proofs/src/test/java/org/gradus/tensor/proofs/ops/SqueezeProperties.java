package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~squeeze~1]
class SqueezeProperties extends OperationContract {
  SqueezeProperties() {
    super("squeeze");
  }
}
