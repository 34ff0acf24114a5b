package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~where~1]
class WhereProperties extends OperationContract {
  WhereProperties() {
    super("where");
  }
}
