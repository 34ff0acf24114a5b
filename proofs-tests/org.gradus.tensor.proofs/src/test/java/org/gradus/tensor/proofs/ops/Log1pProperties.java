package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~log1p~1]
class Log1pProperties extends OperationContract {
  Log1pProperties() {
    super("log1p");
  }
}
