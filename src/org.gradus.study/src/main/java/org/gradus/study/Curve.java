package org.gradus.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points in the order given, joined or not.
 *
 * <p>A point with a coordinate that is NaN or infinite is not drawn, and the line has a gap there.
 *
 * @param name the name in the legend
 * @param points at least one point, in the units of the axes
 * @param style joined, dashed, loose, or joined with every point shown
 * @param color a color of its own; empty to take the next one of {@link Color#SERIES}
 */
public record Curve(String name, List<Point> points, Style style, Optional<Color> color)
    implements Series {

  /** The look of a curve. */
  public enum Style {
    /** Neighbors joined by a line. */
    LINE,
    /** Neighbors joined by a dashed line. */
    DASHES,
    /** Points alone. */
    POINTS,
    /** Neighbors joined by a line, every point shown on it. */
    PATH
  }

  /**
   * Copies the points.
   *
   * @throws IllegalArgumentException if there is no point
   */
  public Curve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException(
          """
          series: a curve needs at least one point
            series : %s
            points : 0
          leave the series out of the chart while it has no data"""
              .formatted(name));
    }
  }

  /**
   * Pairs coordinates to a curve.
   *
   * @throws IllegalArgumentException if the lengths differ or are zero
   */
  public static Curve of(String name, Style style, double[] x, double[] y) {
    return new Curve(name, Point.pairs(name, x, y), style, Optional.empty());
  }

  /** Returns this curve in a color of its own. */
  public Curve withColor(Color newColor) {
    return new Curve(name, points, style, Optional.of(newColor));
  }

  /** Returns the points between gaps, where a line joins them; loose points one by one. */
  List<List<Point>> runs() {
    List<List<Point>> runs = new ArrayList<>();
    boolean joins = false;
    for (Point point : points) {
      if (point.isFinite() && joins) {
        runs.get(runs.size() - 1).add(point);
      } else if (point.isFinite()) {
        runs.add(new ArrayList<>(List.of(point)));
      }
      joins = point.isFinite() && isJoined();
    }
    return runs;
  }

  boolean isJoined() {
    return style != Style.POINTS;
  }

  boolean isDotted() {
    return style == Style.POINTS || style == Style.PATH;
  }
}
