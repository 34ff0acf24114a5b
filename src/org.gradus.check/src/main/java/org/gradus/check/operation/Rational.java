package org.gradus.check.operation;

import org.apache.commons.math3.fraction.BigFraction;
import org.gradus.tensor.op.Real;

/** A fraction of integers of any length, Apache Commons Math's {@link BigFraction}. */
// [impl->check~rational~1]
record Rational(BigFraction number) implements Real<Rational> {

  static Rational of(double value) {
    return new Rational(new BigFraction(value));
  }

  @Override
  public double value() {
    return number.doubleValue();
  }

  @Override
  public Rational constant(double constant) {
    return of(constant);
  }

  @Override
  public Rational add(Rational other) {
    return new Rational(number.add(other.number));
  }

  @Override
  public Rational sub(Rational other) {
    return new Rational(number.subtract(other.number));
  }

  @Override
  public Rational mul(Rational other) {
    return new Rational(number.multiply(other.number));
  }

  @Override
  public Rational div(Rational other) {
    return new Rational(number.divide(other.number));
  }

  @Override
  public Rational neg() {
    return new Rational(number.negate());
  }

  @Override
  public Rational exp() {
    throw irrational("exp");
  }

  @Override
  public Rational log() {
    throw irrational("log");
  }

  @Override
  public Rational sqrt() {
    throw irrational("sqrt");
  }

  @Override
  public Rational sin() {
    throw irrational("sin");
  }

  @Override
  public Rational cos() {
    throw irrational("cos");
  }

  @Override
  public Rational atan() {
    throw irrational("atan");
  }

  @Override
  public Rational erf() {
    throw irrational("erf");
  }

  @Override
  public Rational pow(double exponent) {
    return new Rational(number.pow((int) exponent));
  }

  /** Degree has said that the definition is a polynomial. */
  private static IllegalStateException irrational(String function) {
    return new IllegalStateException(function + " of a fraction is none");
  }
}
