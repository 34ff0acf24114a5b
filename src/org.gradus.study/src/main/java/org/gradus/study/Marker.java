package org.gradus.study;

/**
 * A thin line across the whole chart at one number, with its name written beside it.
 *
 * <p>The range of the axis is widened to hold the number, unless it is fixed; outside of a fixed
 * range the line is not drawn.
 *
 * @param name the label; may be empty
 * @param direction across or upright
 * @param at the number on the axis the line crosses
 */
public record Marker(String name, Direction direction, double at) implements Series {

  /** The two ways a marker can run. */
  public enum Direction {
    /** From left to right, at a number of the y axis. */
    HORIZONTAL,
    /** From bottom to top, at a number of the x axis. */
    VERTICAL
  }

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public Marker {
    if (!Double.isFinite(at)) {
      throw new IllegalArgumentException(
          """
          marker: a line needs a finite number to stand at
            marker : %s
            at     : %s
          leave the marker out"""
              .formatted(name, at));
    }
  }

  /** Returns a line from left to right. */
  public static Marker horizontal(String name, double y) {
    return new Marker(name, Direction.HORIZONTAL, y);
  }

  /** Returns a line from bottom to top. */
  public static Marker vertical(String name, double x) {
    return new Marker(name, Direction.VERTICAL, x);
  }
}
