package org.gradus.study;

/**
 * The places a chart gives to numbers.
 *
 * <pre>
 *   linear        left + width·(x - low)/(high - low)
 *   logarithmic   left + width·(ln x - ln low)/(ln high - ln low)
 * </pre>
 *
 * <p>The y axis rises while pixels go down. Numbers far outside of a range are drawn together some
 * thousand chart widths away, so that no place overflows.
 *
 * @param area the rectangle between the axes, in pixels
 * @param xKind how the x axis turns numbers into places
 * @param x the range and marks of the x axis
 * @param yKind how the y axis turns numbers into places
 * @param y the range and marks of the y axis
 */
public record Projection(
    Drawing.Rectangle area, Scale.Kind xKind, Ticks x, Scale.Kind yKind, Ticks y) {

  private static final double FAR = 1e4;

  /** Returns the place of a point, in pixels. */
  public Point place(Point point) {
    return new Point(placeX(point.x()), placeY(point.y()));
  }

  /** Tells whether a point is finite and inside both ranges. */
  public boolean holds(Point point) {
    return x.range().contains(point.x()) && y.range().contains(point.y());
  }

  double placeX(double value) {
    return area.x() + area.width() * fraction(xKind, x.range(), value);
  }

  double placeY(double value) {
    return area.y() + area.height() * (1 - fraction(yKind, y.range(), value));
  }

  private static double fraction(Scale.Kind kind, Range range, double value) {
    double fraction =
        switch (kind) {
          case LINEAR ->
              // Halves keep the difference of huge numbers finite.
              (value / 2 - range.low() / 2) / (range.high() / 2 - range.low() / 2);
          case LOGARITHMIC ->
              (Math.log(value) - Math.log(range.low()))
                  / (Math.log(range.high()) - Math.log(range.low()));
        };
    return Math.max(-FAR, Math.min(FAR, fraction));
  }
}
