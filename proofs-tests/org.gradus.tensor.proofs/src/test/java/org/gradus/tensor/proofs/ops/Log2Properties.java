package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~log2~1]
class Log2Properties extends OperationContract {
  /**
   * Bound, in 2⁻⁵²: logarithms below 2 and 4 are off by 2 and 4, the sums by 5, all relative to 4.
   */
  private static final double ONE_MORE = 3 * 0x1p-52;

  Log2Properties() {
    super("log2");
  }

  @Example
  void specialPointsAreTheLimits() {
    bits(
        Tensor.of(0.0, -0.0, -1, Double.POSITIVE_INFINITY, Double.NaN).log2(),
        Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NaN);
  }

  @Example
  void powersOfTwoGiveTheirExponent() {
    for (int power = Double.MIN_EXPONENT; power <= Double.MAX_EXPONENT; power++) {
      bits(Tensor.scalar(Math.scalb(1.0, power)).log2(), power);
    }
  }

  @Example
  void allDigitsAreRightNearOneAndFarFromIt() {
    double[] points = {
      Double.MIN_VALUE,
      3 * Double.MIN_VALUE,
      1e-300,
      0.1,
      Math.sqrt(0.5),
      Math.nextUp(Math.sqrt(0.5)),
      0.9,
      1 - 0x1p-53,
      1 + 0x1p-52,
      1.1,
      Math.sqrt(2),
      Math.nextUp(Math.sqrt(2)),
      3,
      1e300,
      Double.MAX_VALUE
    };
    assertThat(Digits.ulps(Tensor::log2, x -> x.log().divide(x.newInstance(2).log()), points))
        .isLessThan(2);
  }

  @Property
  void twiceTheOperandIsOneMore(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    relative(ONE_MORE, x.log2().add(1).add(4), x.mul(2).log2().add(4));
  }

  @Example
  void belowZeroTheValueIsNanAndTheRuleStillHolds() {
    double slope = 1 / Math.log(2);
    bits(slope(Tensor::log2, 1, -1, 0, 4), slope, -slope, Double.POSITIVE_INFINITY, slope / 4);
  }
}
