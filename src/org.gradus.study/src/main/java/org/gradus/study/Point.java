package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the plane, in the units of the axes or in pixels.
 *
 * @param x the horizontal coordinate
 * @param y the vertical coordinate
 */
public record Point(double x, double y) {

  /** Tells whether both coordinates are finite. */
  public boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y);
  }

  /**
   * Pairs coordinates.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  static List<Point> pairs(String name, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          """
          series: every x needs its y
            series : %s
            x      : %d numbers
            y      : %d numbers
          pass arrays of one length"""
              .formatted(name, x.length, y.length));
    }
    List<Point> points = new ArrayList<>(x.length);
    for (int i = 0; i < x.length; i++) {
      points.add(new Point(x[i], y[i]));
    }
    return points;
  }
}
