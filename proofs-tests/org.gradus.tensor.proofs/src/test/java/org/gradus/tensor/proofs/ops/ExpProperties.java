package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
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
   * Bound, in 2⁻⁵³: x + s is off by |x| + 2 at most, three exponentials by 2 each, the product by
   * 1.
   */
  private static final double SUM = 0x1p-53;

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
    Tensor y = x.add(s).exp();
    ofTerms(SUM, y.mul(x.abs().add(9)), y, x.exp().mul(Tensor.scalar(s).exp()));
  }

  @Example
  void theExponentialIsItsOwnGradient() {
    bits(slope(Tensor::exp, 0, 1, -800, 800), 1, Math.exp(1), 0, Double.POSITIVE_INFINITY);
  }
}
