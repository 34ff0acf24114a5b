package org.gradus.check;

import java.util.function.DoubleUnaryOperator;

/**
 * Differences of a function from the left and from the right of 0.
 *
 * <pre>
 *   left  = (f(0) − f(−h)) / h
 *   right = (f(h) − f(0)) / h
 * </pre>
 *
 * <p>For a smooth function right − left is h·f″(0), so that it shrinks with h; at a kink it stays.
 *
 * @param left difference from the left, at the smaller step
 * @param right difference from the right, at the smaller step
 * @param step the smaller step
 * @param kink whether the two stay apart as the step shrinks
 * @param jump whether they do, and ever farther, as at a step of the function
 */
record Sides(double left, double right, double step, boolean kink, boolean jump) {
  /** The smaller step is that of the last row of {@link Derivative}. */
  private static final double SHRINK = 0x1p-7;

  /** A smooth function shrinks the gap 128 times, a kink not at all; a kink nearby less. */
  private static final double STAYS = 0.25;

  /** At a jump the gap grows 128 times, at the end of a root eleven times. */
  private static final double GROWS = 4;

  /** Relative to the larger side, above what floats round to at the smaller step. */
  private static final double LEAST_GAP = 0.01;

  /** Rounding of the two values over the step, several times. */
  private static final double ROUNDINGS = 64 * 0x1p-53;

  static Sides of(DoubleUnaryOperator f, double step, double terms) {
    double middle = f.applyAsDouble(0);
    double wide = gap(f, middle, step);
    double small = step * SHRINK;
    double left = (middle - f.applyAsDouble(-small)) / small;
    double right = (f.applyAsDouble(small) - middle) / small;
    double gap = Math.abs(right - left);
    double size = Math.max(terms, Math.abs(middle));
    boolean kink =
        gap >= STAYS * wide
            && gap > LEAST_GAP * Math.max(Math.abs(left), Math.abs(right))
            && gap > ROUNDINGS * size / small;
    return new Sides(left, right, small, kink, kink && gap > GROWS * wide);
  }

  private static double gap(DoubleUnaryOperator f, double middle, double step) {
    return Math.abs(f.applyAsDouble(step) + f.applyAsDouble(-step) - 2 * middle) / step;
  }
}
