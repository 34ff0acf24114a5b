package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~log~1]
class LogProperties extends OperationContract {
  /**
   * Bound: the product is off by 2⁻⁵³, which the logarithm keeps; each logarithm below 2 by 2⁻⁵².
   */
  private static final double ABSOLUTE = 8 * 0x1p-52;

  LogProperties() {
    super("log");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::log, Math::log);
  }

  @Property
  void productsBecomeSums(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(min = 0.5, max = 3) double s) {
    Tensor x = sampled.operands().get(0);
    Tensor sum = x.log().add(Math.log(s));
    relative(ABSOLUTE, sum.add(8), x.mul(s).log().add(8));
  }

  @Example
  void belowZeroTheValueIsNanAndTheRuleStillGivesTheReciprocal() {
    bits(Tensor.of(-1, -4).log(), Double.NaN, Double.NaN);
    bits(slope(Tensor::log, -1, -4, 0), -1, -0.25, Double.POSITIVE_INFINITY);
  }

  @Example
  void xTimesItsLogarithmIsNanAtZero() {
    bits(slope(x -> x.mul(x.log()), 0, 1), Double.NaN, 1);
  }
}
