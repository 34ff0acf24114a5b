package org.gradus.tensor.internal.ops;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The error function of a double, within one ulp.
 *
 * <pre>
 *   erf(x)     = 2/√π·Σ (−1)ⁿ·x²ⁿ⁺¹/(n!·(2n + 1))                   |x| &lt; 1/2
 *   erf(c + h) = erf(c) + 2/√π·e^(−c²)·h·Σ bₙ/(n + 1)               else, c: nearest eighth
 *   b₀ = 1,  b₁ = −2·c·h,  bₙ = −2·h·(c·bₙ₋₁ + h·bₙ₋₂)/n           Taylor series of e^(−2ch − h²)
 *   erf(x)     = ±1                                                 |x| &gt; 6
 * </pre>
 *
 * <p>What is added to erf(c), or to x, is so much smaller that its own rounding hardly shows. The
 * erf(c) are computed once, to more digits than a double has, and kept as a sum of two doubles.
 */
final class ErrorFunction {
  private static final double NEAR = 0.5;
  private static final int FLAT = 6;
  private static final int PARTS = 8;

  /** Enough for the last term to vanish: 0.25ⁿ/n! near zero, a little less elsewhere. */
  private static final int TERMS = 14;

  /**
   * Bits behind the point: a power at 6 grows to 2⁵¹ and its rounding with it, to 2⁻¹⁰⁹, far below
   * a double's.
   */
  private static final int BITS = 160;

  /** 2/√π·2¹⁶⁰. */
  private static final BigInteger TWO_BY_ROOT_PI =
      new BigDecimal("1.12837916709551257389615890312154517168810125865800")
          .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(BITS)))
          .toBigInteger();

  private static final double SLOPE = number(TWO_BY_ROOT_PI);
  private static final double SLOPE_BEYOND_ONE =
      number(TWO_BY_ROOT_PI.subtract(BigInteger.ONE.shiftLeft(BITS)));

  /** erf(k/8) is HIGH[k] + LOW[k]. */
  private static final double[] HIGH = new double[FLAT * PARTS + 1];

  private static final double[] LOW = new double[FLAT * PARTS + 1];

  static {
    for (int k = 0; k < HIGH.length; k++) {
      BigInteger value = exact(k);
      BigInteger rounded = new BigDecimal(value.doubleValue()).toBigInteger();
      HIGH[k] = number(rounded);
      LOW[k] = number(value.subtract(rounded));
    }
  }

  private ErrorFunction() {}

  static double of(double x) {
    double size = Math.abs(x);
    if (size < NEAR) {
      return near(x);
    }
    return Math.copySign(size > FLAT ? 1 : far(size), x);
  }

  private static double near(double x) {
    double square = x * x;
    double power = 1;
    double sum = 0;
    for (int n = 1; n <= TERMS; n++) {
      power *= -square / n;
      sum += power / (2 * n + 1);
    }
    return x + x * (SLOPE_BEYOND_ONE + SLOPE * sum);
  }

  private static double far(double x) {
    int part = (int) Math.rint(x * PARTS);
    double c = (double) part / PARTS;
    double h = x - c;
    double before = 0;
    double term = 1;
    double sum = 1;
    for (int n = 1; n <= TERMS; n++) {
      double next = -2 * h * (c * term + h * before) / n;
      before = term;
      term = next;
      sum += term / (n + 1);
    }
    return HIGH[part] + (LOW[part] + SLOPE * Math.exp(-c * c) * h * sum);
  }

  /** erf(k/8)·2¹⁶⁰. */
  private static BigInteger exact(int k) {
    BigInteger square = BigInteger.valueOf((long) k * k);
    BigInteger power = BigInteger.valueOf(k).shiftLeft(BITS).divide(BigInteger.valueOf(PARTS));
    BigInteger sum = power;
    for (int n = 1; power.signum() != 0; n++) {
      power = power.multiply(square).divide(BigInteger.valueOf(-(long) PARTS * PARTS * n));
      sum = sum.add(power.divide(BigInteger.valueOf(2 * n + 1)));
    }
    return sum.multiply(TWO_BY_ROOT_PI).shiftRight(BITS);
  }

  /** Number of so many 2⁻¹⁶⁰. */
  private static double number(BigInteger parts) {
    return Math.scalb(parts.doubleValue(), -BITS);
  }
}
