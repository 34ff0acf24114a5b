package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.gradus.tensor.op.Case;

// [proof->op~norm~1]
class NormProperties extends OperationContract {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** Exponents of a norm that is one. */
  private static final double[] EXPONENTS = {1, 1.5, 2, 3, INFINITY};

  /** Bound: at most 64 powers of 1 ulp, their sum, and a root of as much. */
  private static final double ROUNDED = 140 * 0x1p-53;

  NormProperties() {
    super("norm");
  }

  @Example
  void threeAndFourByHand() {
    Tensor x = Tensor.of(3, -4);
    bits(x.norm(2), 5);
    bits(x.norm(1), 7);
    bits(x.norm(INFINITY), 4);
    bits(x.norm(0), 2);
    relative(ROUNDED, Tensor.scalar(Math.cbrt(27 + 64)), x.norm(3));
    relative(ROUNDED, Tensor.scalar(4), Tensor.of(1, -1).norm(0.5));
    bits(slope(t -> t.norm(2), 3, -4), 0.6, -0.8);
    bits(slope(t -> t.norm(1), 3, -4), 1, -1);
    bits(slope(t -> t.norm(INFINITY), 3, -4), 0, -1);
    bits(slope(t -> t.norm(0), 3, -4), 0, 0);
    bits(slope(t -> t.norm(0.5), 1, -1), 2, -2);
  }

  @Example
  void axesGoOrStayWithLengthOne() {
    Tensor x = Tensor.of(new double[][] {{3, 4}, {6, 8}, {0, 0}});
    bits(x.norm(2, new int[] {1}, false), 5, 10, 0);
    same(Tensor.of(new double[][] {{9, 12}}), x.norm(1, new int[] {-2}, true));
    bits(x.norm(0, new int[] {0}, false), 2, 2);
    bits(x.norm(INFINITY), 8);
  }

  @Property
  void aFactorComesOut(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(min = -9, max = 9) double factor) {
    Tensor x = sampled.operands().get(0);
    for (double p : EXPONENTS) {
      relative(2 * ROUNDED, x.norm(p).mul(Math.abs(factor)), x.mul(factor).norm(p));
    }
  }

  @Property
  void theSumOfTwoIsNoLongerThanBoth(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor z = x.cos();
    for (double p : EXPONENTS) {
      double both = x.norm(p).item() + z.norm(p).item();
      assertThat(x.add(z).norm(p).item()).isLessThanOrEqualTo(both * (1 + ROUNDED));
    }
  }

  @Property
  void itFallsAsTheExponentGrows(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    double least = x.norm(INFINITY).item();
    double last = INFINITY;
    for (double p : EXPONENTS) {
      double norm = x.norm(p).item();
      assertThat(norm).isBetween(least * (1 - ROUNDED), last);
      last = norm * (1 + ROUNDED);
    }
    relative(2 * ROUNDED, x.flatten().dot(x.flatten()), x.norm(2).square());
    relative(0.05, x.norm(INFINITY), x.norm(100));
  }

  @Property
  void theGradientOfANormHasDualNormOneAndPointsAlongX(@ForAll("cases") Case sampled) {
    double[] x = sampled.operands().get(0).toArray();
    if (x.length > 0) {
      for (double p : EXPONENTS) {
        Tensor slope = Tensor.of(slope(t -> t.norm(p), x));
        double dual = p == 1 ? INFINITY : p == INFINITY ? 1 : p / (p - 1);
        relative(2 * ROUNDED, Tensor.scalar(1), slope.norm(dual));
        relative(2 * ROUNDED, Tensor.of(x).norm(p), slope.dot(Tensor.of(x)));
      }
    }
  }

  @Example
  void zerosHaveNoLengthAndAGradientOfZero() {
    for (double p : new double[] {0, 0.5, 1, 1.5, 2, 3, INFINITY}) {
      bits(Tensor.zeros(2).norm(p), 0);
      bits(slope(t -> t.norm(p), 0, 0), 0, 0);
    }
    bits(slope(t -> t.norm(0.5), 0, 4), 0, 1);
    bits(slope(t -> t.norm(1.5), 0, 4), 0, 1);
  }

  @Example
  void aTieForTheLargestIsShared() {
    bits(slope(t -> t.norm(INFINITY), 2, -2, 1), 0.5, -0.5, 0);
  }

  @Example
  void infinitiesAndNaN() {
    bits(Tensor.of(1, -INFINITY).norm(2), INFINITY);
    for (double p : EXPONENTS) {
      bits(Tensor.of(1, NAN).norm(p), NAN);
    }
    bits(Tensor.of(0, NAN).norm(0), 1);
    bits(slope(t -> t.norm(1), 1, NAN), 1, 0);
    bits(slope(t -> t.norm(2), 1, NAN), NAN, NAN);
    bits(slope(t -> t.norm(INFINITY), 1, NAN), 0, 0);
  }

  @Example
  void ofNoElementItIsZero() {
    for (double p : new double[] {0, 0.5, 1, 2, INFINITY}) {
      bits(Tensor.zeros(2, 0).norm(p, new int[] {1}, false), 0, 0);
    }
  }

  @Example
  void whereThePowersVanishTheGradientIsZeroAsTheNormIs() {
    for (double p : new double[] {2, 3, 1.5}) {
      bits(Tensor.of(1e-300, -1e-300).norm(p), 0);
      bits(slope(x -> x.norm(p), 1e-300, -1e-300), 0, 0);
    }
  }
}
