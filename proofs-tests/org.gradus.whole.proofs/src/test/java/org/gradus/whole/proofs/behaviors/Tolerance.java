package org.gradus.whole.proofs.behaviors;

/** How near a number must come to that of the fixture. */
final class Tolerance {

  /**
   * Four units in the last place of a double: a sum of a few terms may be taken in another order.
   */
  static final double DOUBLE = 1e-15;

  /** One unit in the last place of a float, 2⁻²³: the fixture computed in single precision. */
  static final double SINGLE = 1.2e-7;

  private Tolerance() {}

  /** Whether a number is the true one up to a relative error; NaN is NaN. */
  static boolean holds(double truth, double found, double relative) {
    return Double.compare(truth, found) == 0
        || truth == found
        || Math.abs(truth - found) <= relative * Math.abs(truth);
  }
}
