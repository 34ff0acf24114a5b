package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;

// [proof->op~log10~1]
class Log10Properties extends OperationContract {

  Log10Properties() {
    super("log10");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::log10, Math::log10);
  }

  @Example
  void powersOfTenGiveTheirExponent() {
    for (int power = 0; power <= 22; power++) {
      bits(Tensor.scalar(Double.parseDouble("1e" + power)).log10(), power);
    }
  }

  @Example
  void allDigitsAreRightNearOneAndFarFromIt() {
    Digits.agree(Tensor::log10, x -> x.log().divide(x.newInstance(10).log()), x -> x > 0 && x != 1);
  }

  @Example
  void belowZeroTheValueIsNanAndTheRuleStillHolds() {
    double slope = 1 / Math.log(10);
    bits(slope(Tensor::log10, 1, -1, 0, 4), slope, -slope, Double.POSITIVE_INFINITY, slope / 4);
  }
}
