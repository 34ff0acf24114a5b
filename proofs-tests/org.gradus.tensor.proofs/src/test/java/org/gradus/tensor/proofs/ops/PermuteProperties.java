package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~permute~1]
class PermuteProperties extends OperationContract {
  PermuteProperties() {
    super("permute");
  }
}
