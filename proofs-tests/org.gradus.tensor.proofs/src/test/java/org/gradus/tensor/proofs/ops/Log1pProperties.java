package org.gradus.tensor.proofs.ops;

import net.jqwik.api.Example;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;

// [proof->op~log1p~1]
class Log1pProperties extends OperationContract {

  Log1pProperties() {
    super("log1p");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::log1p, Math::log1p);
  }

  @Example
  void allDigitsAreRightNearZeroAndFarFromIt() {
    Digits.agree(Tensor::log1p, x -> x.add(1).log(), x -> x > -1);
  }
}
