package org.gradus.check.operation;

import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.gradus.tensor.op.Real;

/**
 * A number of sixty decimal digits, Apache Commons Math's {@link Dfp}, with exponents so far apart
 * that nothing overflows on the way.
 */
// [impl->check~sixty-digits~1]
record SixtyDigits(Dfp number) implements Real<SixtyDigits> {
  private static final DfpField FIELD = new DfpField(60);

  /** Where 1 − erf is below 10⁻⁶⁰. */
  private static final double FLAT = 12;

  private static final double LEAST_TERM = 1e-64;

  static SixtyDigits of(double value) {
    return new SixtyDigits(FIELD.newDfp(value));
  }

  @Override
  public double value() {
    return number.toDouble();
  }

  @Override
  public SixtyDigits constant(double constant) {
    return of(constant);
  }

  @Override
  public SixtyDigits add(SixtyDigits other) {
    return new SixtyDigits(number.add(other.number));
  }

  @Override
  public SixtyDigits sub(SixtyDigits other) {
    return new SixtyDigits(number.subtract(other.number));
  }

  @Override
  public SixtyDigits mul(SixtyDigits other) {
    return new SixtyDigits(number.multiply(other.number));
  }

  @Override
  public SixtyDigits div(SixtyDigits other) {
    return new SixtyDigits(number.divide(other.number));
  }

  @Override
  public SixtyDigits neg() {
    return new SixtyDigits(number.negate());
  }

  @Override
  public SixtyDigits exp() {
    return new SixtyDigits(DfpMath.exp(number));
  }

  @Override
  public SixtyDigits log() {
    return new SixtyDigits(DfpMath.log(number));
  }

  @Override
  public SixtyDigits sqrt() {
    return new SixtyDigits(number.sqrt());
  }

  @Override
  public SixtyDigits sin() {
    return new SixtyDigits(DfpMath.sin(number));
  }

  @Override
  public SixtyDigits cos() {
    return new SixtyDigits(DfpMath.cos(number));
  }

  @Override
  public SixtyDigits atan() {
    return new SixtyDigits(DfpMath.atan(number));
  }

  /** erf x = 2/√π·e^(−x²)·Σ 2ⁿ·x²ⁿ⁺¹/(1·3·…·(2n + 1)), a sum without cancellation. */
  @Override
  public SixtyDigits erf() {
    if (Math.abs(value()) > FLAT) {
      return of(Math.signum(value()));
    }
    Dfp square = number.multiply(number);
    Dfp term = number;
    Dfp sum = number;
    for (int n = 1; Math.abs(term.toDouble()) > LEAST_TERM; n++) {
      term = term.multiply(square).multiply(2).divide(2 * n + 1);
      sum = sum.add(term);
    }
    Dfp bell = DfpMath.exp(square.negate()).multiply(2).divide(FIELD.getPi().sqrt());
    return new SixtyDigits(bell.multiply(sum));
  }

  @Override
  public SixtyDigits pow(double exponent) {
    int whole = (int) exponent;
    return new SixtyDigits(
        whole == exponent
            ? DfpMath.pow(number, whole)
            : DfpMath.pow(number, FIELD.newDfp(exponent)));
  }
}
