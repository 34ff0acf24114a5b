package org.gradus.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Two numbers that should agree.
 *
 * @param oracle where the expected number comes from
 * @param what which number, for example {@code gradient by x[1, 2]}
 * @param expected number of the oracle
 * @param actual number of what is checked
 * @param scale size of the terms that the number is made of
 * @param allowed largest difference that is let pass
 */
public record Comparison(
    Oracle oracle, String what, double expected, double actual, double scale, double allowed) {
  /**
   * Relative error that a number must be able to show, to count as evidence; a pure number.
   *
   * <p>Ten thousand times what differences reach where the gradient is of the size of the value,
   * and a thousandth of what a checker in common use lets pass.
   */
  public static final double TELLING = 1e-6;

  private static final double LEAST = 0x1p-53;

  /** Comparison whose allowed difference is the oracle's tolerance times the scale. */
  public static Comparison of(
      Oracle oracle, String what, double expected, double actual, double scale) {
    return new Comparison(oracle, what, expected, actual, scale, oracle.tolerance() * scale);
  }

  /**
   * Whether both are the same, within what is allowed; NaN agrees with NaN, an infinity with
   * itself.
   */
  public boolean agrees() {
    return Double.compare(expected, actual) == 0
        || expected == actual
        || Math.abs(expected - actual) <= allowed;
  }

  /**
   * Difference relative to the scale; 0 where both are the same, infinite where only one of them is
   * finite.
   */
  public double error() {
    if (Double.compare(expected, actual) == 0 || expected == actual) {
      return 0;
    }
    double error = Math.abs(expected - actual) / scale;
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  /**
   * Smallest relative error of this number that would have been noticed: allowed / |expected|, but
   * no less than 2⁻⁵³, which is all that a double can show; infinite where the number is 0 or not
   * finite.
   */
  public double sensitivity() {
    return Double.isFinite(expected) && expected != 0
        ? Math.max(allowed / Math.abs(expected), LEAST)
        : Double.POSITIVE_INFINITY;
  }

  /** Whether a relative error of {@value #TELLING} would have been noticed in this number alone. */
  public boolean isTelling() {
    return sensitivity() <= TELLING;
  }

  /** Whether another oracle speaks of the same number. */
  boolean isOfTheSame(Comparison other) {
    return what.equals(other.what) && Double.compare(actual, other.actual) == 0;
  }

  /** What is expected, and who says so, one line. */
  String expectation() {
    return "expected  " + expected + "  (" + oracle.title() + ")";
  }

  @Override
  public String toString() {
    return text(List.of(this));
  }

  /** Disagreements of several oracles on one number. */
  static String text(List<Comparison> ofTheSame) {
    Comparison first = ofTheSame.get(0);
    return first.what
        + ofTheSame.stream().map(c -> "\n  " + c.expectation()).collect(Collectors.joining())
        + String.format(
            Locale.ROOT,
            "%n  actual    %s%s%n  relative error  %.1e, allowed %.1e",
            first.actual,
            first.ratio(),
            first.error(),
            first.allowed == 0 ? 0 : first.allowed / first.scale);
  }

  private String ratio() {
    double ratio = actual / expected;
    return Double.isFinite(ratio) && ratio != 0
        ? String.format(Locale.ROOT, ", %.6g times as much", ratio)
        : "";
  }
}
