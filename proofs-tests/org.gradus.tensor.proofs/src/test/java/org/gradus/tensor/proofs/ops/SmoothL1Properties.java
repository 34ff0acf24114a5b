package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~smoothL1~1]
class SmoothL1Properties extends OperationContract {
  /**
   * Bound: |d| − β/2 loses at most one bit to its difference, next to five roundings of one ulp.
   */
  private static final double ROUNDINGS = 8 * 0x1p-52;

  SmoothL1Properties() {
    super("smoothL1");
  }

  @Property
  void betaTimesItIsHubersError(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(min = 0.1, max = 3) double beta) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    relative(
        ROUNDINGS,
        Losses.huber(a, b, beta, LossReduction.NONE),
        Losses.smoothL1(a, b, beta, LossReduction.NONE).mul(beta));
  }

  @Property
  void betaZeroIsTheAbsoluteErrorAndALargeOneTheSquare(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(Losses.l1(a, b).tensor(), Losses.smoothL1(a, b, 0).tensor());
    same(
        Losses.mse(a, b, LossReduction.NONE).mul(0.5).div(8),
        Losses.smoothL1(a, b, 8, LossReduction.NONE));
  }

  @Example
  void fiveByHand() {
    Tensor zero = Tensor.zeros(5);
    Tensor x = Tensor.of(-3, -2, 0, 1, 2.5);
    bits(Losses.smoothL1(x, zero, 2, LossReduction.NONE), 2, 1, 0, 0.25, 1.5);
    bits(
        slope(t -> Losses.smoothL1(t, zero, 2, LossReduction.SUM), -3, -2, 0, 1, 2.5),
        -1,
        -1,
        0,
        0.5,
        1);
  }

  @Example
  void valueAndGradientHaveNoJumpAtTheJoints() {
    Tensor zero = Tensor.zeros(2);
    double below = Math.nextDown(1.0);
    bits(
        Losses.smoothL1(Tensor.of(below, 1), zero, 1, LossReduction.NONE),
        0.5 * below * below,
        0.5);
    bits(slope(t -> Losses.smoothL1(t, zero, 1, LossReduction.SUM), below, 1), below, 1);
    bits(slope(t -> Losses.smoothL1(t, zero, 1, LossReduction.SUM), -below, -1), -below, -1);
  }
}
