package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
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

// [proof->op~huber~1]
class HuberProperties extends OperationContract {
  /**
   * Bound: on either side at most eight roundings of half an ulp, and one bit lost to |d| − δ/2.
   */
  private static final double ROUNDINGS = 8 * 0x1p-52;

  HuberProperties() {
    super("huber");
  }

  /**
   * Moreau's envelope: the best of all splits of d into a part that is squared and one that is not.
   */
  @Property
  void noSplitOfTheErrorCostsLess(
      @ForAll("cases") Case sampled,
      @ForAll @DoubleRange(min = 0.1, max = 3) double delta,
      @ForAll @DoubleRange(min = -3, max = 3) double moved) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    Tensor d = a.sub(b);
    Tensor squared = d.clamp(-delta, delta);
    Tensor huber = Losses.huber(a, b, delta, LossReduction.NONE);
    relative(ROUNDINGS, cost(squared, d.sub(squared), delta), huber);
    Tensor other = squared.add(moved);
    Tensor cheaper = cost(other, d.sub(other), delta).mul(1 + ROUNDINGS).lt(huber);
    bits(cheaper.sum(), 0);
  }

  private static Tensor cost(Tensor squared, Tensor absolute, double delta) {
    return squared.square().mul(0.5).add(absolute.abs().mul(delta));
  }

  @Example
  void fiveByHand() {
    Tensor zero = Tensor.zeros(5);
    Tensor x = Tensor.of(-3, -2, 0, 1, 2.5);
    bits(Losses.huber(x, zero, 2, LossReduction.NONE), 4, 2, 0, 0.5, 3);
    bits(
        slope(t -> Losses.huber(t, zero, 2, LossReduction.SUM), -3, -2, 0, 1, 2.5),
        -2,
        -2,
        0,
        1,
        2);
    bits(
        slope(t -> Losses.huber(zero, t, 2, LossReduction.SUM), -3, -2, 0, 1, 2.5),
        -2,
        -2,
        0,
        1,
        2);
  }

  @Example
  void anOutlierPullsNoHarderThanDelta() {
    bits(slope(t -> Losses.huber(t, Tensor.zeros(2), 1, LossReduction.SUM), 1e300, -1e300), 1, -1);
    bits(Losses.huber(Tensor.of(1e300), Tensor.zeros(1), 1, LossReduction.SUM), 1e300);
  }
}
