package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~slice~1]
class SliceProperties extends OperationContract {
  SliceProperties() {
    super("slice");
  }
}
