package org.gradus.tensor.internal.ops;

/**
 * Powers of two numbers as IEEE 754 has it.
 *
 * <p>{@link Math#pow} differs where the base is 1 or −1: there it gives NaN for an exponent that is
 * infinite or NaN.
 */
final class Powers {
  private Powers() {}

  /** 1 for the base 1 and any exponent, for the base −1 and an infinite one, for the exponent 0. */
  static double of(double base, double exponent) {
    return base == 1 || base == -1 && Double.isInfinite(exponent) ? 1 : Math.pow(base, exponent);
  }

  /** The exponents ½ and −½ are square roots: at −∞ they give NaN, and at −0 its root or −∞. */
  static double ofConstant(double base, double exponent) {
    if (exponent == 0.5) {
      return Math.sqrt(base);
    }
    return exponent == -0.5 ? 1 / Math.sqrt(base) : of(base, exponent);
  }
}
