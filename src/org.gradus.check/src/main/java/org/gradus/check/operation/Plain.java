package org.gradus.check.operation;

import org.apache.commons.math3.special.Erf;
import org.gradus.tensor.op.Real;

/** A double, the number system of the value oracle. */
// [impl->check~value~2]
record Plain(double value) implements Real<Plain> {

  @Override
  public Plain constant(double constant) {
    return new Plain(constant);
  }

  @Override
  public Plain add(Plain other) {
    return new Plain(value + other.value);
  }

  @Override
  public Plain sub(Plain other) {
    return new Plain(value - other.value);
  }

  @Override
  public Plain mul(Plain other) {
    return new Plain(value * other.value);
  }

  @Override
  public Plain div(Plain other) {
    return new Plain(value / other.value);
  }

  @Override
  public Plain neg() {
    return new Plain(-value);
  }

  @Override
  public Plain exp() {
    return new Plain(StrictMath.exp(value));
  }

  @Override
  public Plain log() {
    return new Plain(StrictMath.log(value));
  }

  @Override
  public Plain sqrt() {
    return new Plain(StrictMath.sqrt(value));
  }

  @Override
  public Plain sin() {
    return new Plain(StrictMath.sin(value));
  }

  @Override
  public Plain cos() {
    return new Plain(StrictMath.cos(value));
  }

  @Override
  public Plain atan() {
    return new Plain(StrictMath.atan(value));
  }

  @Override
  public Plain erf() {
    return new Plain(Erf.erf(value));
  }

  @Override
  public Plain pow(double exponent) {
    return new Plain(StrictMath.pow(value, exponent));
  }
}
