package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.gradus.check.FivePoint;

// [proof->check~five-point~1]
class FivePointProperties {
  /** How often the stated error may be exceeded; the oracle allows as much. */
  private static final double SAFETY = 16;

  /** Rounding of the derivative written by hand: a few operations on numbers of its size. */
  private static final double BY_HAND = 1e-14;

  @Property(tries = 20_000)
  void theStatedErrorCoversTheTrueOne(
      @ForAll Smooth f,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double part,
      @ForAll @DoubleRange(min = 0.001, max = 0.05) @Scale(6) double reach) {
    double x = f.point(part);
    FivePoint derivative = FivePoint.of(f::of, x, reach, 0);
    double exact = f.derivative(x);
    assertThat(Math.abs(derivative.value() - exact))
        .as("%s at %s, reach %s", f, x, reach)
        .isLessThanOrEqualTo(SAFETY * derivative.error() + BY_HAND * Math.abs(exact));
  }

  /** Where a function is of size one and as fast as a sine, the error stated is small. */
  @Property
  void theStatedErrorIsSmall(
      @ForAll @DoubleRange(min = -4, max = 4) @Scale(9) double x,
      @ForAll @DoubleRange(min = 0.02, max = 0.05) @Scale(6) double reach) {
    assertThat(FivePoint.of(Math::sin, x, reach, 0).error()).isLessThan(1e-11);
  }

  @Property
  void aFactorOnTheFunctionIsAFactorOnTheDerivative(
      @ForAll Smooth f, @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double part) {
    double x = f.point(part);
    FivePoint one = FivePoint.of(f::of, x, 0.03, 0);
    FivePoint scaled = FivePoint.of(t -> 0x1p-20 * f.of(t), x, 0.03, 0);
    assertThat(scaled.value()).isEqualTo(0x1p-20 * one.value());
    assertThat(scaled.error()).isEqualTo(0x1p-20 * one.error());
  }

  /** Differences over five points are exact for polynomials of degree four, but for rounding. */
  @Example
  void aPolynomialOfDegreeFourHasNoErrorButRounding() {
    FivePoint derivative = FivePoint.of(x -> x * x * x * x, 1.5, 1, 0);
    assertThat(derivative.value()).isBetween(13.5 - 1e-12, 13.5 + 1e-12);
  }

  @Example
  void aReachThatIsNotPositiveIsRefused() {
    assertThatThrownBy(() -> FivePoint.of(Math::sin, 1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("five points: the reach must be positive\n  given  0.0");
  }
}
