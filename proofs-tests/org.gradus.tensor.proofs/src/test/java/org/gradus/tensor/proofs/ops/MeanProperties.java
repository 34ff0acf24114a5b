package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~mean~1]
class MeanProperties extends OperationContract {
  MeanProperties() {
    super("mean");
  }
}
