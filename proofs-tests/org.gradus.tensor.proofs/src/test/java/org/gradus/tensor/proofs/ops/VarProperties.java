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

// [proof->op~var~1]
class VarProperties extends OperationContract {
  /**
   * Bound: each of at most 64 squares carries the rounding of a difference, of itself and of the
   * sum.
   */
  private static final double SQUARES = 80 * 0x1p-53;

  /**
   * Bound: moving by s rounds a deviation by s·2⁻⁵³, and the mean by as much; a variance is of size
   * one.
   */
  private static final double SHIFTED = 1e-12;

  VarProperties() {
    super("var");
  }

  @Example
  void fourByHand() {
    Tensor x = Tensor.of(1, 2, 3, 6);
    bits(x.var(), 14.0 / 3);
    bits(x.var(new int[] {0}, 0, false), 3.5);
    bits(slope(t -> t.var(new int[] {0}, 0, false), 1, 2, 3, 6), -1, -0.5, 0, 1.5);
  }

  @Property
  void bothDivisorsBelongToOneSum(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).flatten();
    int n = x.numel();
    if (n > 1) {
      relative(
          SQUARES,
          x.var(new int[] {0}, 0, false).mul(n),
          x.var(new int[] {0}, 1, false).mul(n - 1));
      relative(SQUARES, x.sub(x.mean()).square().sum(), x.var().mul(n - 1));
    }
  }

  @Property
  void aShiftLeavesTheVarianceAlone(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(min = -100, max = 100) double s) {
    Tensor x = sampled.operands().get(0).flatten();
    if (x.numel() > 1) {
      relative(SHIFTED, x.var().add(1), x.add(s).var().add(1));
    }
  }

  @Example
  void aLargeMeanCostsNoDigits() {
    bits(Tensor.of(1e9 + 1, 1e9 + 2, 1e9 + 3).var(), 1);
  }

  @Example
  void oneElementHasNoVarianceAndEqualOnesHaveNone() {
    bits(Tensor.of(3).var(), Double.NaN);
    bits(slope(t -> t.var(), 3), Double.NaN);
    bits(slope(t -> t.var(), 1, 1), 0, 0);
    bits(Tensor.of(3).var(new int[] {0}, 0, false), 0);
  }
}
