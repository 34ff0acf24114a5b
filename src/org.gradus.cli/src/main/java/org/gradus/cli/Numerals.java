package org.gradus.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Stream;

/** Numbers as a person reads them, and as another program does. */
final class Numerals {

  private static final int SURE_DIGITS = 15;
  private static final int ALL_DIGITS = 17;

  /**
   * A number that is computed to be 1 may be a little more; what is below it must be so clearly.
   */
  private static final double CLEARLY = 1 - 1e-9;

  private Numerals() {}

  /** Writes six digits: 0.0833333, 12500.0, 3.00000e+07. */
  static String shown(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.6g", value);
  }

  /** Writes the size of an error: 1.1e-16. */
  static String error(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
  }

  /**
   * Writes the shortest decimal that reads back as the number.
   *
   * <p>Up to JDK 18 {@link Double#toString} gives some numbers a digit too many (JDK-4511638).
   */
  static String exact(double value) {
    BigDecimal decimal = new BigDecimal(value);
    BigDecimal shortest =
        Stream.iterate(SURE_DIGITS, digits -> digits < ALL_DIGITS, digits -> digits + 1)
            .map(digits -> decimal.round(new MathContext(digits)))
            .filter(rounded -> rounded.doubleValue() == value)
            .findFirst()
            .orElseGet(() -> decimal.round(new MathContext(ALL_DIGITS)));
    return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toString();
  }

  /** Writes one digit of a number clearly below a positive one: 0.9 for 1, 0.000002 for 2.6e-6. */
  static String below(double value) {
    return new BigDecimal(value * CLEARLY).round(new MathContext(1, RoundingMode.DOWN)).toString();
  }
}
