package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~log~1]
class LogProperties extends OperationContract {
  LogProperties() {
    super("log");
  }
}
