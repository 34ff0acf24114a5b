package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.gradus.check.Derivative;

// [proof->check~differences~1]
class DerivativeProperties {
  /** How often the stated error may be exceeded; the oracle allows as much. */
  private static final double SAFETY = 16;

  /** Rounding of the derivative written by hand: a few operations on numbers of its size. */
  private static final double BY_HAND = 1e-14;

  @Property(tries = 20_000)
  void theStatedErrorCoversTheTrueOne(
      @ForAll Smooth f,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double part,
      @ForAll @DoubleRange(min = 0.001, max = 0.05) @Scale(6) double step) {
    double x = f.point(part);
    Derivative derivative = Derivative.of(f::of, x, step, 0);
    double exact = f.derivative(x);
    assertThat(Math.abs(derivative.value() - exact))
        .as("%s at %s, step %s", f, x, step)
        .isLessThanOrEqualTo(SAFETY * derivative.error() + BY_HAND * Math.abs(exact));
  }

  @Property
  void aFactorOnTheFunctionIsAFactorOnTheDerivative(
      @ForAll Smooth f, @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double part) {
    double x = f.point(part);
    Derivative one = Derivative.of(f::of, x, 0.03, 0);
    Derivative scaled = Derivative.of(t -> 0x1p-20 * f.of(t), x, 0.03, 0);
    assertThat(scaled.value()).isEqualTo(0x1p-20 * one.value());
    assertThat(scaled.error()).isEqualTo(0x1p-20 * one.error());
  }
}
