package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~pow~1]
class PowTensorProperties extends OperationContract {
  PowTensorProperties() {
    super("pow");
  }
}
