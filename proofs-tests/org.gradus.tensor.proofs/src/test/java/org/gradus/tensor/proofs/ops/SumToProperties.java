package org.gradus.tensor.proofs.ops;

import org.gradus.check.jqwik.OperationContract;

// [proof->op~sumTo~1]
class SumToProperties extends OperationContract {
  SumToProperties() {
    super("sumTo");
  }
}
