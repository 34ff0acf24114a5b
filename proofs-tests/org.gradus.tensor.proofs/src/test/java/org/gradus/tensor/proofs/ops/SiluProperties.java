package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~silu~1]
class SiluProperties extends OperationContract {
  /** Bound, in 2⁻⁵³·|x|: the two shares add up to 1 and are off by 6; their difference by 1. */
  private static final double SYMMETRY = 7 * 0x1p-53;

  SiluProperties() {
    super("silu");
  }

  @Example
  void specialPointsAreThoseOfTheProduct() {
    Special.agree(Tensor::silu, x -> x * Tensor.scalar(x).sigmoid().item());
  }

  @Example
  void allDigitsAreRightNearZeroAndFarFromIt() {
    Digits.agree(Tensor::silu, x -> x.divide(x.getOne().add(x.negate().exp())), x -> x > -700);
  }

  @Property
  void bothSidesDifferByTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    ofTerms(SYMMETRY, x.abs(), x, x.silu().sub(x.neg().silu()));
  }

  @Example
  void theLowestPointHasNoGradient() {
    double lowest = -1.2784645427610738;
    assertThat(Tensor.scalar(lowest).silu().item()).isCloseTo(-0.2784645427610738, offset(1e-16));
    assertThat(slope(Tensor::silu, lowest)[0]).isCloseTo(0, offset(1e-15));
  }

  @Example
  void aThousandEitherWayIsTheOperandOrNothingAndInfinityHasNoGradient() {
    bits(Tensor.of(1000, -1000).silu(), 1000, -0.0);
    bits(slope(Tensor::silu, 0, 1000, -1000), 0.5, 1, -0.0);
    bits(
        slope(Tensor::silu, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
        Double.NaN,
        Double.NaN);
  }
}
