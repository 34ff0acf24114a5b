package org.gradus.check;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivative of a function of one variable over five points, with a step and an error of its own.
 *
 * <pre>
 *   D(h) = (f(t − 2h) − 8·f(t − h) + 8·f(t + h) − f(t + 2h)) / (12h)
 *   C(h) = (f(t + h) − f(t − h)) / (2h)
 * </pre>
 *
 * <p>D errs by h⁴·f⁽⁵⁾/30, C by h²·f‴/6. The steps are a third of each other, so that no two of
 * them share a point besides t. A step states as its error the largest of three: what D has changed
 * by since the step before; an eightieth of what it has changed by in the last two; and the change
 * from C to D, as it would be at the next order but one, h²/H² of it, with H the largest step. What
 * rounding may add is added. The step that states least is taken.
 *
 * @param value derivative
 * @param error stated error, absolute
 * @param step the step h that was taken
 */
// [impl->check~five-point~1]
public record FivePoint(double value, double error, double step) {
  private static final int STEPS = 10;
  private static final double RATIO = 3;
  private static final double ROUNDING = 0x1p-53;

  /** What D changes by from one step to the next shrinks 3⁴ times. */
  private static final double SHRINK = 80;

  /** Weights of the five points sum to 18/12 in size. */
  private static final double WEIGHTS = 1.5;

  /**
   * Differentiate at {@code t}.
   *
   * @param reach farthest distance of a point from t, in units of t; the first step is half of it
   * @param terms size of the terms that the function adds up, so far as it exceeds |f|
   * @throws IllegalArgumentException if {@code reach} is not positive
   */
  public static FivePoint of(DoubleUnaryOperator f, double t, double reach, double terms) {
    if (!(reach > 0)) {
      throw new IllegalArgumentException(
          "five points: the reach must be positive\n  given  " + reach);
    }
    FivePoint best = new FivePoint(Double.NaN, Double.POSITIVE_INFINITY, 0);
    double before = Double.NaN;
    double beforeThat = Double.NaN;
    double shrunk = 1;
    double h = reach / 2;
    for (int k = 0; k < STEPS; k++, h /= RATIO, shrunk /= RATIO * RATIO) {
      double near = f.applyAsDouble(t + h) - f.applyAsDouble(t - h);
      double farAbove = f.applyAsDouble(t + 2 * h);
      double farBelow = f.applyAsDouble(t - 2 * h);
      double value = (8 * near - (farAbove - farBelow)) / (12 * h);
      double size = Math.max(Math.abs(farAbove), Math.abs(farBelow));
      size = Math.max(size, Math.max(terms, Math.abs(t * value)));
      double orders = shrunk * Math.abs(value - near / (2 * h));
      double change = Math.abs(value - before);
      double changes = Math.abs(value - beforeThat) / SHRINK;
      double error = Math.max(change, Math.max(changes, orders)) + WEIGHTS * ROUNDING * size / h;
      if (error <= best.error) {
        best = new FivePoint(value, error, h);
      }
      beforeThat = before;
      before = value;
    }
    return best;
  }
}
