package org.gradus.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Short decimal writing of numbers: 0.25, 12,500, 3e7, 1e−12. */
final class Numerals {

  private static final BigDecimal LARGE = new BigDecimal("1e6");
  private static final BigDecimal SMALL = new BigDecimal("1e-4");
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal THOUSAND = new BigDecimal("1000");

  private static final int SURE_DIGITS = 15;
  private static final int ALL_DIGITS = 17;

  private Numerals() {}

  /**
   * Returns the shortest decimal that reads back as the number, so that 0.1 is the tenth it was
   * written as.
   *
   * <p>{@link Double#toString} gives some numbers a digit too many before JDK 19 (JDK-4511638):
   * 2.1e22 becomes 2.0999999999999998E22.
   */
  static BigDecimal decimal(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = SURE_DIGITS; digits < ALL_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(ALL_DIGITS));
  }

  /**
   * Writes a power of ten, or a small multiple, on an axis from {@code least} to {@code largest}:
   * plainly on an axis of plain numbers, else plainly from 0.01 to 1,000 alone.
   */
  static String decade(BigDecimal value, BigDecimal least, BigDecimal largest) {
    boolean plain = least.compareTo(SMALL) >= 0 && largest.compareTo(LARGE) < 0;
    boolean middle = value.compareTo(CENT) >= 0 && value.compareTo(THOUSAND) <= 0;
    return plain || middle ? exact(value) : power(value);
  }

  /** Writes a number with as many digits as it has, in plain writing where that is short. */
  static String exact(BigDecimal value) {
    BigDecimal size = value.abs();
    boolean plain = size.signum() == 0 || size.compareTo(SMALL) >= 0 && size.compareTo(LARGE) < 0;
    return plain ? plain(value, Math.max(0, value.stripTrailingZeros().scale())) : power(value);
  }

  /**
   * Writes the multiple of a step so that all multiples up to {@code largest} look alike: the same
   * number of decimals, the same kind of writing.
   */
  static String aligned(BigDecimal value, BigDecimal step, BigDecimal largest) {
    if (step.compareTo(SMALL) >= 0 && largest.compareTo(LARGE) < 0) {
      return plain(value, Math.max(0, step.stripTrailingZeros().scale()));
    }
    return value.signum() == 0 ? "0" : power(value);
  }

  private static String plain(BigDecimal value, int decimals) {
    String digits = value.abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    int whole = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    String grouped =
        whole > 4 ? digits.substring(0, whole - 3) + "," + digits.substring(whole - 3) : digits;
    return value.signum() < 0 ? "−" + grouped : grouped;
  }

  private static String power(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    String mantissa = bare.scaleByPowerOfTen(-exponent).toPlainString();
    return (mantissa + "e" + exponent).replace('-', '−');
  }
}
