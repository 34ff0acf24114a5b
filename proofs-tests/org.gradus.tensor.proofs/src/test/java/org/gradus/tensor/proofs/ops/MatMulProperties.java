package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~matmul~1]
class MatMulProperties extends OperationContract {
  MatMulProperties() {
    super("matmul");
  }
}
