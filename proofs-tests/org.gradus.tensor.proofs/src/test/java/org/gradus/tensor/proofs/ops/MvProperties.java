package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~mv~1]
class MvProperties extends OperationContract {
  MvProperties() {
    super("mv");
  }
}
