package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~square~1]
class SquareProperties extends OperationContract {
  SquareProperties() {
    super("square");
  }
}
