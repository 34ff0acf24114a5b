package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~reciprocal~1]
class ReciprocalProperties extends OperationContract {
  ReciprocalProperties() {
    super("reciprocal");
  }
}
