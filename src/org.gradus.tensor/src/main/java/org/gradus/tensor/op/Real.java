package org.gradus.tensor.op;

/**
 * A number that definitions are written in, so that one definition can be read by several number
 * systems.
 *
 * <p>An oracle interprets the definition of an operation in doubles, in truncated Taylor series, or
 * in sixty digits. The operations below are all that an interpreter has to offer, and none of them
 * is implemented here.
 *
 * @param <S> the number system itself
 */
public interface Real<S extends Real<S>> {

  /** Value as a double, to branch on; it carries no derivative. */
  double value();

  /** A constant of this number system. */
  S constant(double value);

  S add(S other);

  S sub(S other);

  S mul(S other);

  S div(S other);

  S neg();

  S exp();

  S log();

  S sqrt();

  S sin();

  S cos();

  S atan();

  /** Error function. */
  S erf();

  /** This to a constant power. */
  S pow(double exponent);

  default S add(double other) {
    return add(constant(other));
  }

  default S mul(double other) {
    return mul(constant(other));
  }

  default S reciprocal() {
    return constant(1).div(mul(1));
  }
}
