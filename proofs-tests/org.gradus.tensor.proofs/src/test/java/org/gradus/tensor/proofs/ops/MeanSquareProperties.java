package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~mse~1]
class MeanSquareProperties extends OperationContract {
  MeanSquareProperties() {
    super("mse");
  }
}
