package org.gradus.study;

/**
 * A closed interval of numbers.
 *
 * @param low the least number
 * @param high the greatest number, above {@code low} by at least a trillionth of their size
 */
public record Range(double low, double high) {

  private static final double NARROWEST = 1e-12;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a bound is not finite, or {@code high} is not above {@code
   *     low} by a trillionth of the larger magnitude
   */
  public Range {
    if (!Double.isFinite(low) || !Double.isFinite(high) || isNarrow(low, high)) {
      throw new IllegalArgumentException(
          """
          range: low and high must be finite, and low clearly below high
            low  : %s
            high : %s
          widen the range"""
              .formatted(low, high));
    }
  }

  /** Tells whether the number lies in the range, bounds included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * Returns the least range around the bounds of data; where they are next to equal, a wider one
   * with them in the middle: 2 to 6 around 4, -1 to 1 around 0, and 2 to 8 around 4 where the scale
   * is logarithmic.
   */
  static Range around(Scale.Kind kind, double low, double high) {
    double middle = low / 2 + high / 2;
    if (kind == Scale.Kind.LOGARITHMIC) {
      return isNarrow(low, high)
          ? new Range(Math.max(low / 2, Double.MIN_VALUE), Math.min(high * 2, Double.MAX_VALUE))
          : new Range(low, high);
    }
    if (!isNarrow(low, high) && high / 2 - low / 2 >= Double.MIN_NORMAL) {
      return new Range(low, high);
    }
    double half = Math.abs(middle) < 4 * Double.MIN_NORMAL ? 1 : Math.abs(middle) / 2;
    return new Range(
        Math.max(middle - half, -Double.MAX_VALUE), Math.min(middle + half, Double.MAX_VALUE));
  }

  private static boolean isNarrow(double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    return !(high / 2 - low / 2 > size / 2 * NARROWEST);
  }
}
