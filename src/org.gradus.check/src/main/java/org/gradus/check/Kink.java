package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.gradus.check.internal.Directions;

/**
 * The slopes along a line from points close to a kink, on all sides of it.
 *
 * <pre>
 *   low ≤ claimed ≤ high
 * </pre>
 *
 * <p>For each convention that picks one of the gradients beside a kink, or anything between them,
 * the claim lies between (F. H. Clarke, Optimization and Nonsmooth Analysis, 1983).
 *
 * @param low least slope
 * @param high greatest slope
 * @param blur what rounding and curvature may add
 */
// [impl->check~subgradients~1]
record Kink(double low, double high, double blur) {
  /** Up to so many elements the points lie in all orthants. */
  static final int MOST_ELEMENTS = 6;

  private static final int POINTS = 64;

  /** Distance of the points, in units of the usual step. */
  private static final double DISTANCE = 2e-5;

  /** A slope is taken over a part of the least distance from the kink. */
  private static final double PART = 1.0 / 16;

  private static final double ROUNDINGS = 16 * 0x1p-53;

  /** Look around a kink. */
  static Kink of(Judgement judgement, RandomGenerator random) {
    Line line = judgement.line();
    double distance = DISTANCE * judgement.step();
    double h = PART * distance;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] offset : offsets(line.direction(), random)) {
      for (int i = 0; i < offset.length; i++) {
        offset[i] *= distance;
      }
      DoubleUnaryOperator g = line.field().from(Site.moved(line.x(), offset, 1));
      double slope = (g.applyAsDouble(h) - g.applyAsDouble(-h)) / (2 * h);
      low = Math.min(low, slope);
      high = Math.max(high, slope);
    }
    double terms = Math.max(line.terms(), Math.abs(line.curve().applyAsDouble(0)));
    return new Kink(low, high, ROUNDINGS * terms / h);
  }

  private static List<double[]> offsets(double[] u, RandomGenerator random) {
    List<double[]> offsets = new ArrayList<>();
    offsets.add(u.clone());
    double[] back = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      back[i] = -u[i];
    }
    offsets.add(back);
    for (int k = 0; k < POINTS; k++) {
      double[] offset = Directions.draw(random, u.length);
      for (int i = 0; i < u.length && u.length <= MOST_ELEMENTS; i++) {
        offset[i] = Math.abs(offset[i]) * ((k >> i & 1) == 0 ? 1 : -1);
      }
      offsets.add(offset);
    }
    return offsets;
  }

  /** What is claimed against the nearest number between the slopes. */
  Comparison compare(Line line) {
    double nearest = Math.min(Math.max(line.claimed(), low), high);
    double gap = high - low;
    double expected = Double.isNaN(nearest) ? low : nearest;
    return new Comparison(
        Oracle.ONE_SIDED,
        line.what() + ", at a kink",
        expected,
        line.claimed(),
        gap,
        Oracle.ONE_SIDED.tolerance() * gap + blur);
  }

  /** The kink in words. */
  String text(Line line) {
    return "kink: the "
        + line.what()
        + " does not exist; beside the point it is from "
        + rounded(low)
        + " to "
        + rounded(high)
        + (compare(line).agrees() ? ", and the claimed value lies between: " : ", not ")
        + line.claimed();
  }

  private static double rounded(double slope) {
    return Math.rint(slope * 1e6) / 1e6;
  }
}
