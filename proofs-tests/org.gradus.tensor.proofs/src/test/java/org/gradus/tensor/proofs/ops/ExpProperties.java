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

// [proof->op~exp~1]
class ExpProperties extends OperationContract {
  /**
   * Bound: x + s is off by 4·2⁻⁵³ at most, three exponentials by an ulp of 2⁻⁵² each, the product
   * by 2⁻⁵³.
   */
  private static final double SUM = 11 * 0x1p-53;

  ExpProperties() {
    super("exp");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::exp, Math::exp);
  }

  @Property
  void sumsBecomeProducts(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(min = -2, max = 2) double s) {
    Tensor x = sampled.operands().get(0);
    relative(SUM, x.add(s).exp(), x.exp().mul(Tensor.scalar(s).exp()));
  }

  @Example
  void theExponentialIsItsOwnGradient() {
    bits(slope(Tensor::exp, 0, 1, -800, 800), 1, Math.exp(1), 0, Double.POSITIVE_INFINITY);
  }
}
