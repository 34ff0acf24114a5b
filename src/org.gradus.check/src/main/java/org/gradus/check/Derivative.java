package org.gradus.check;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivative of a function of one variable by central differences, extrapolated to step zero.
 *
 * <pre>
 *   D(h)     = (f(t + h) − f(t − h)) / (2h)
 *   D₀(h)    = D(h),   Dₖ(h) = (4ᵏ·Dₖ₋₁(h/2) − Dₖ₋₁(h)) / (4ᵏ − 1)
 * </pre>
 *
 * <p>2h is the difference of the two arguments as stored. Each column of the table removes one more
 * even power of h from the error; the entry that changes least is the answer, and its change states
 * its error (C. J. F. Ridders, Advances in Engineering Software 4, 1982). Its change is the largest
 * from the three entries before it: left, above, and above to the left; two that agree by chance,
 * as beside a kink, do not persuade the third. What rounding may add, the size of the terms times
 * 2⁻⁵³ over h, is added to the stated error; t·f′ is one of the terms, for a rounding of t shows in
 * f.
 *
 * @param value derivative
 * @param error stated error, absolute
 * @param terms size of the terms near t that rounding is relative to, in units of f
 */
// [impl->check~differences~1]
public record Derivative(double value, double error, double terms) {
  private static final int ROWS = 8;
  private static final double ROUNDING = 0x1p-53;

  /**
   * Differentiate at {@code t}.
   *
   * @param step largest step, in units of {@code t}; the function has no kink within it
   * @param terms size of the terms that the function adds up, so far as it exceeds |f|; rounding is
   *     relative to it
   * @throws IllegalArgumentException if {@code step} is not positive, or so small that t + step = t
   */
  public static Derivative of(DoubleUnaryOperator f, double t, double step, double terms) {
    if (!(step > 0) || t + step / (1 << (ROWS - 1)) == t) {
      throw new IllegalArgumentException(
          "derivative by differences: the step must be positive and change t\n  t     "
              + t
              + "\n  step  "
              + step);
    }
    double[] before = new double[0];
    Derivative best = new Derivative(Double.NaN, Double.POSITIVE_INFINITY, 0);
    double h = step;
    for (int row = 0; row < ROWS; row++, h /= 2) {
      double right = t + h;
      double left = t - h;
      double above = f.applyAsDouble(right);
      double below = f.applyAsDouble(left);
      double[] line = new double[row + 1];
      line[0] = (above - below) / (right - left);
      double size = Math.max(Math.abs(above), Math.abs(below));
      size = Math.max(size, Math.max(terms, Math.abs(t * line[0])));
      double rounding = ROUNDING * size / h;
      double power = 1;
      for (int k = 1; k <= row; k++) {
        power *= 4;
        line[k] = (power * line[k - 1] - before[k - 1]) / (power - 1);
        if (k == row) {
          continue;
        }
        double change =
            Math.max(
                Math.abs(line[k] - before[k]),
                Math.max(Math.abs(line[k] - line[k - 1]), Math.abs(line[k] - before[k - 1])));
        if (change + rounding <= best.error) {
          best = new Derivative(line[k], change + rounding, size);
        }
      }
      before = line;
    }
    return best;
  }
}
