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
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~std~1]
class StdProperties extends OperationContract {
  /** Bound: that of the variance, at most 64 squares, halved by the root. */
  private static final double SQUARES = 80 * 0x1p-53;

  /** Bound: moving by s rounds an element by s·2⁻⁵³, and a deviation is at least of size 1/20. */
  private static final double SHIFTED = 1e-11;

  StdProperties() {
    super("std");
  }

  @Example
  void fourByHand() {
    Tensor x = Tensor.of(1, 2, 3, 10);
    bits(x.std(new int[] {0}, 0, false), Math.sqrt(12.5));
    bits(x.std(), Math.sqrt(50.0 / 3));
    bits(slope(t -> t.std(new int[] {0}, 0, false), 0, 2, 0, 2), -0.25, 0.25, -0.25, 0.25);
    bits(slope(t -> t.std(), 0, 3, 6), -0.5, 0, 0.5);
  }

  @Property
  void itsSquareIsTheVariance(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).flatten();
    relative(SQUARES, x.var(), x.std().square());
    relative(SQUARES, x.var(new int[] {0}, 0, true), x.std(new int[] {0}, 0, true).square());
  }

  @Property
  void aShiftLeavesItAloneAndAFactorComesOut(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(min = -100, max = 100) double s) {
    Tensor x = sampled.operands().get(0).flatten();
    if (x.numel() > 1) {
      relative(SHIFTED, x.std(), x.add(s).std());
      relative(SQUARES, x.std().mul(Math.abs(s)), x.mul(s).std());
    }
  }

  @Example
  void equalElementsHaveNoneAndAGradientOfZero() {
    bits(Tensor.of(2, 2, 2).std(), 0);
    bits(slope(t -> t.std(), 2, 2, 2), 0, 0, 0);
    bits(slope(t -> t.std(new int[] {0}, 0, false), 7), 0);
    same(Tensor.zeros(3, 3), Derivatives.hessian(t -> t.std(), Tensor.of(2, 2, 2)));
  }

  @Example
  void oneElementHasNoUnbiasedDeviation() {
    bits(Tensor.of(3).std(), Double.NaN);
    bits(slope(t -> t.std(), 3), Double.NaN);
    bits(Tensor.zeros(0).std(), Double.NaN);
  }

  @Example
  void aLineWithoutDeviationLeavesItsNeighborsAlone() {
    Tensor x = Tensor.of(new double[][] {{1, 1}, {0, 2}}).requiresGrad_();
    x.std(new int[] {1}, 0, false).sum().backward();
    bits(x.grad(), 0, 0, -0.5, 0.5);
  }
}
