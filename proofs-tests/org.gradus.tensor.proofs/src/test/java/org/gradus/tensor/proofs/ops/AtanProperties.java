package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~atan~1]
class AtanProperties extends OperationContract {
  /**
   * Bound, in 2⁻⁵³: two angles are off by 2 each, the reciprocal, the sum and π/2 by 1, relative to
   * 1.5.
   */
  private static final double QUARTER_TURN = 5 * 0x1p-53;

  AtanProperties() {
    super("atan");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::atan, Math::atan);
  }

  @Property
  void theAngleIsOddAndThatOfTheSlope(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.atan().neg(), x.neg().atan());
    same(x.atan2(x.mul(0).add(1)), x.atan());
  }

  @Property
  void withTheReciprocalItMakesAQuarterTurn(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).abs().add(0.5);
    relative(QUARTER_TURN, x.mul(0).add(Math.PI / 2), x.atan().add(x.reciprocal().atan()));
  }

  @Example
  void theGradientIsOneAtZeroAndFadesOnBothSides() {
    bits(
        slope(Tensor::atan, 0, 1, -3, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
        1,
        0.5,
        0.1,
        0,
        0);
  }
}
