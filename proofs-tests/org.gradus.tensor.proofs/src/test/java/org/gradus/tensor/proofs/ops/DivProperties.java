package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~div~1]
class DivProperties extends OperationContract {
  /** Bound: one rounding for the quotient and one for the product, each at most 2⁻⁵³. */
  private static final double TWO_ROUNDINGS = 2.5 * 0x1p-53;

  DivProperties() {
    super("div");
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::div, (a, b) -> a / b);
  }

  @Property
  void aQuotientTimesTheDivisorIsTheDividend(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    relative(TWO_ROUNDINGS, a.add(b.mul(0)), a.div(b).mul(b));
  }

  @Example
  void zeroByZeroHasNoGradient() {
    bits(slope(x -> x.div(x), 0), Double.NaN);
  }

  @Example
  void theGradientByTheDivisorNeitherOverflowsNorVanishesEarly() {
    bits(slope(b -> Tensor.scalar(0x1p600).div(b), 0x1p600), -0x1p-600);
    bits(slope(b -> Tensor.scalar(0x1p-600).div(b), 0x1p-600), -0x1p600);
  }
}
