package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;

// [proof->op~expm1~1]
class Expm1Properties extends OperationContract {

  Expm1Properties() {
    super("expm1");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::expm1, Math::expm1);
  }

  @Example
  void allDigitsAreRightNearZeroAndFarFromIt() {
    Digits.agree(Tensor::expm1, x -> x.exp().subtract(x.getOne()), x -> x < 709);
  }

  @Example
  void aThousandEitherWayIsInfinityAndMinusOne() {
    bits(Tensor.of(1000, -1000).expm1(), Double.POSITIVE_INFINITY, -1);
    bits(slope(Tensor::expm1, 1000, -1000), Double.POSITIVE_INFINITY, 0);
  }
}
