package org.gradus.check.operation;

/**
 * Derivatives of the functions that a definition may use, by their formulas: f, f′, f″, f‴, f⁗ at a
 * number.
 */
final class Slopes {
  private static final int ORDERS = 5;
  private static final double BELL = 2 / Math.sqrt(Math.PI);

  /** Where 1 − erf is below 2⁻⁵³. */
  private static final double FLAT = 6;

  private Slopes() {}

  static double[] exp(double a) {
    double e = Math.exp(a);
    return new double[] {e, e, e, e, e};
  }

  static double[] log(double a) {
    return joined(Math.log(a), power(a, -1));
  }

  static double[] sin(double a) {
    double s = Math.sin(a);
    double c = Math.cos(a);
    return new double[] {s, c, -s, -c, s};
  }

  static double[] cos(double a) {
    return joined(Math.cos(a), negated(sin(a)));
  }

  static double[] atan(double a) {
    double q = 1 / (1 + a * a);
    return new double[] {
      Math.atan(a),
      q,
      -2 * a * q * q,
      (6 * a * a - 2) * q * q * q,
      24 * a * (1 - a * a) * q * q * q * q
    };
  }

  static double[] erf(double a) {
    double bell = BELL * Math.exp(-a * a);
    return new double[] {
      errorFunction(a), bell, -2 * a * bell, (4 * a * a - 2) * bell, (12 - 8 * a * a) * a * bell
    };
  }

  /** aᵖ and p·(p − 1)·…·aᵖ⁻ᵏ, 0 from where a factor is 0. */
  static double[] power(double a, double p) {
    double[] slopes = new double[ORDERS];
    double factor = 1;
    for (int k = 0; k < ORDERS && factor != 0; k++) {
      slopes[k] = factor * Math.pow(a, p - k);
      factor *= p - k;
    }
    return slopes;
  }

  /** erf a = 2/√π·e^(−a²)·Σ 2ⁿ·a²ⁿ⁺¹/(1·3·…·(2n + 1)), a sum without cancellation. */
  private static double errorFunction(double a) {
    if (Math.abs(a) > FLAT) {
      return Math.signum(a);
    }
    double term = a;
    double sum = a;
    for (int n = 1; Math.abs(term) > Math.abs(sum) * 0x1p-56; n++) {
      term *= 2 * a * a / (2 * n + 1);
      sum += term;
    }
    return BELL * Math.exp(-a * a) * sum;
  }

  private static double[] joined(double value, double... slopes) {
    double[] joined = new double[ORDERS];
    joined[0] = value;
    System.arraycopy(slopes, 0, joined, 1, ORDERS - 1);
    return joined;
  }

  private static double[] negated(double... slopes) {
    double[] negated = slopes.clone();
    for (int k = 0; k < ORDERS; k++) {
      negated[k] = -slopes[k];
    }
    return negated;
  }
}
