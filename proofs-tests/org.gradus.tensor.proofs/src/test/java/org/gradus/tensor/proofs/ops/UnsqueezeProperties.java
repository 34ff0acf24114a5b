package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~unsqueeze~1]
class UnsqueezeProperties extends OperationContract {
  UnsqueezeProperties() {
    super("unsqueeze");
  }
}
