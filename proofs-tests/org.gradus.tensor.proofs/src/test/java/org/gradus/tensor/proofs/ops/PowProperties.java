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
import org.gradus.tensor.Tensor;

// [proof->op~pow-constant~1]
class PowProperties extends OperationContract {
  /**
   * Bound: java.lang.Math states one ulp, 2⁻⁵², for a power; the other side rounds once or twice.
   */
  private static final double POWER = 2 * 0x1p-52;

  PowProperties() {
    super("pow-constant");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    for (double n : new double[] {0, 1, 2, 3, -1, 1.5, 400, -400}) {
      Special.agree(x -> x.pow(n), x -> Math.pow(x, n));
    }
  }

  @Example
  void halfAPowerIsASquareRootAtSpecialPointsToo() {
    Special.agree(x -> x.pow(0.5), Math::sqrt);
    Special.agree(x -> x.pow(-0.5), x -> 1 / Math.sqrt(x));
    bits(slope(x -> x.pow(1.5), Double.NEGATIVE_INFINITY), Double.NaN);
  }

  @Example
  void aPowerOfOneIsOneWhateverTheExponent() {
    for (double n :
        new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 0, 7}) {
      bits(Tensor.of(1).pow(n), 1);
    }
    bits(Tensor.of(-1).pow(Double.POSITIVE_INFINITY), 1);
  }

  @Property
  void familiarPowersHaveNamesOfTheirOwn(@ForAll @DoubleRange(min = 0.1, max = 10) double value) {
    Tensor x = Tensor.of(value);
    same(x, x.pow(1));
    same(Tensor.of(1), x.pow(0));
    relative(POWER, x.square(), x.pow(2));
    relative(POWER, x.sqrt(), x.pow(0.5));
    relative(POWER, x.reciprocal(), x.pow(-1));
    relative(POWER, x.square().mul(x), x.pow(3));
  }

  @Example
  void gradientsAtZeroFollowTheExponent() {
    bits(slope(x -> x.pow(0), 0), 0);
    bits(slope(x -> x.pow(1), 0), 1);
    bits(slope(x -> x.pow(2), 0), 0);
    bits(slope(x -> x.pow(0.5), 0), Double.POSITIVE_INFINITY);
    bits(slope(x -> x.pow(-1), 0), Double.NEGATIVE_INFINITY);
    bits(slope(x -> x.pow(1.5), -1), Double.NaN);
  }
}
