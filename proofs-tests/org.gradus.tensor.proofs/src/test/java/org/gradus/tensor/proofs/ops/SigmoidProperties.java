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

// [proof->op~sigmoid~1]
class SigmoidProperties extends OperationContract {
  /** Bound: two values of at most one, each off by two ulps of 2⁻⁵³, and the sum rounded once. */
  private static final double SYMMETRY = 5 * 0x1p-53;

  SigmoidProperties() {
    super("sigmoid");
  }

  @Example
  void specialPointsAreTheLimits() {
    bits(
        Tensor.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE).sigmoid(),
        0.5,
        0.5,
        0.5,
        1,
        0);
    bits(
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN).sigmoid(),
        1,
        0,
        Double.NaN);
  }

  @Example
  void allDigitsAreRightNearZeroAndFarFromIt() {
    Digits.agree(
        Tensor::sigmoid, x -> x.getOne().divide(x.getOne().add(x.negate().exp())), x -> true);
  }

  @Example
  void aThousandEitherWayNeitherOverflowsNorHasAGradient() {
    bits(Tensor.of(1000, -1000).sigmoid(), 1, 0);
    bits(Tensor.of(-720).sigmoid(), Math.exp(-720));
    bits(slope(Tensor::sigmoid, 1000, -1000, 0), 0, 0, 0.25);
  }

  @Property
  void bothSidesAddUpToOne(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    relative(SYMMETRY, x.mul(0).add(1), x.sigmoid().add(x.neg().sigmoid()));
  }
}
