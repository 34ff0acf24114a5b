package org.gradus.check.operation;

import org.gradus.tensor.op.Real;

/**
 * A number with the size of its terms, on a tape.
 *
 * <pre>
 *   c = a·b     m_c = |a|·m_b + |b|·m_a         a tangent of a grows by |b| + m_b
 *   c = a + b   m_c = m_a + m_b                 … by 1
 *   c = f(a)    m_c = |f′(a)|·m_a + |f(a)|      … by 2·|f′(a)| + |f″(a)|·m_a
 * </pre>
 *
 * @param place place on the tape, from 0
 * @param size size of the terms
 */
// [impl->check~terms~1]
record Weighed(Tape tape, int place, double value, double size) implements Real<Weighed> {

  @Override
  public Weighed constant(double constant) {
    return tape.constant(constant);
  }

  @Override
  public Weighed add(Weighed other) {
    return tape.noted(value + other.value, size + other.size, new int[] {place, other.place}, 1, 1);
  }

  @Override
  public Weighed sub(Weighed other) {
    return tape.noted(value - other.value, size + other.size, new int[] {place, other.place}, 1, 1);
  }

  @Override
  public Weighed mul(Weighed other) {
    return tape.noted(
        value * other.value,
        Math.abs(value) * other.size + Math.abs(other.value) * size,
        new int[] {place, other.place},
        Math.abs(other.value) + other.size,
        Math.abs(value) + size);
  }

  @Override
  public Weighed mul(double constant) {
    double factor = Math.abs(constant);
    return tape.noted(value * constant, size * factor, new int[] {place}, factor);
  }

  @Override
  public Weighed add(double constant) {
    return tape.noted(value + constant, size + Math.abs(constant), new int[] {place}, 1);
  }

  @Override
  public Weighed div(Weighed other) {
    return mul(other.pow(-1));
  }

  @Override
  public Weighed neg() {
    return tape.noted(-value, size, new int[] {place}, 1);
  }

  @Override
  public Weighed exp() {
    return of(Slopes.exp(value));
  }

  @Override
  public Weighed log() {
    return of(Slopes.log(value));
  }

  @Override
  public Weighed sqrt() {
    return pow(0.5);
  }

  @Override
  public Weighed sin() {
    return of(Slopes.sin(value));
  }

  @Override
  public Weighed cos() {
    return of(Slopes.cos(value));
  }

  @Override
  public Weighed atan() {
    return of(Slopes.atan(value));
  }

  @Override
  public Weighed erf() {
    return of(Slopes.erf(value));
  }

  @Override
  public Weighed pow(double exponent) {
    return of(Slopes.power(value, exponent));
  }

  private Weighed of(double... slopes) {
    double slope = Math.abs(slopes[1]);
    return tape.noted(
        slopes[0],
        slope * size + Math.abs(slopes[0]),
        new int[] {place},
        2 * slope + Math.abs(slopes[2]) * size);
  }
}
