package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~pow~1]
class PowTensorProperties extends OperationContract {
  /** Bound: two powers and a product, an ulp of 2⁻⁵² each at most. */
  private static final double THREE_ULPS = 3 * 0x1p-52;

  PowTensorProperties() {
    super("pow");
  }

  @Example
  void specialPointsAreThoseOfMathExceptForOnes() {
    Special.agree(
        Tensor::pow, (a, b) -> a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b));
  }

  @Example
  void aPowerOfOneIsOneWhateverTheExponent() {
    Tensor exponents =
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 0, 7);
    bits(Tensor.ones(5).pow(exponents), 1, 1, 1, 1, 1);
    bits(Tensor.of(-1).pow(exponents), 1, 1, Double.NaN, 1, -1);
  }

  @Property
  void exponentsAdd(
      @ForAll @DoubleRange(min = 0.5, max = 3) double base,
      @ForAll @IntRange(min = -9, max = 9) int first,
      @ForAll @IntRange(min = -9, max = 9) int second) {
    Tensor a = Tensor.of(base);
    relative(
        THREE_ULPS,
        a.pow(Tensor.of(first + second)),
        a.pow(Tensor.of(first)).mul(a.pow(Tensor.of(second))));
  }

  @Property
  void aConstantExponentIsTheOtherPower(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    same(a.pow(1.75), a.pow(Tensor.scalar(1.75)));
  }

  @Example
  void zeroToAPowerHasNoGradientByTheExponent() {
    Tensor a = Tensor.of(0, 2, 0).requiresGrad_();
    Tensor b = Tensor.of(0, 0, 1).requiresGrad_();
    a.pow(b).sum().backward();
    bits(a.grad(), 0, 0, 1);
    bits(b.grad(), 0, Math.log(2), 0);
  }

  /** ∂²aᵇ/∂a∂b = aᵇ⁻¹·(1 + b·ln a), which at b = 0 is 1/a and not 0. */
  @Example
  void theSlopeByTheBaseGrowsFromAnExponentOfZeroOn() {
    Tensor a = Tensor.of(2).requiresGrad_();
    Tensor b = Tensor.of(0).requiresGrad_();
    Tensor slope = Autograd.of(a.pow(b).sum()).createGraph().grad(a).get(0);
    bits(slope, 0);
    bits(Autograd.of(slope.sum()).grad(b).get(0), 0.5);
  }
}
