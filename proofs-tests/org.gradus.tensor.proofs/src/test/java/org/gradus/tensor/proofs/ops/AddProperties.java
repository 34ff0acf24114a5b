package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~add~1]
class AddProperties extends OperationContract {
  AddProperties() {
    super("add");
  }
}
