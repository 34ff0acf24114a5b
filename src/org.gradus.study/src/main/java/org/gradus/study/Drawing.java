package org.gradus.study;

import java.util.List;

/**
 * A picture as a list of plain marks, first mark lowest; what every writer of a format paints.
 *
 * <p>Lengths and places are in pixels, from the upper left corner, x to the right, y downward.
 *
 * @param title what the picture shows, for readers who cannot see it
 * @param width the width
 * @param height the height
 * @param marks what to paint, in this order
 */
public record Drawing(String title, int width, int height, List<Mark> marks) {

  /** Copies the marks. */
  public Drawing {
    marks = List.copyOf(marks);
  }

  /** One thing to paint. */
  public sealed interface Mark permits Line, Circle, Rectangle, Text {}

  /**
   * A line through points with square ends.
   *
   * @param points at least one place
   * @param color the color
   * @param width the width
   * @param dashed whether the line has regular gaps
   */
  public record Line(List<Point> points, Color color, double width, boolean dashed)
      implements Mark {

    /** The lengths of stroke and gap of a dashed line, in widths of the line. */
    static final List<Double> DASHES = List.of(3.5, 2.5);

    /** Copies the points. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * A filled circle with a rim.
   *
   * @param center the middle
   * @param radius the radius up to the middle of the rim
   * @param fill the color inside
   * @param rim the color of the rim, one pixel wide
   */
  public record Circle(Point center, double radius, Color fill, Color rim) implements Mark {}

  /**
   * A filled rectangle.
   *
   * @param x the left side
   * @param y the upper side
   * @param width the width
   * @param height the height
   * @param fill the color inside
   */
  public record Rectangle(double x, double y, double width, double height, Color fill)
      implements Mark {}

  /**
   * One line of text.
   *
   * @param at the place of the anchor on the base line
   * @param text the characters
   * @param size the height of the letters' em square
   * @param color the color
   * @param anchor which part of the text stands at the place
   */
  public record Text(Point at, String text, double size, Color color, Anchor anchor)
      implements Mark {}

  /** The part of a text that stands at its place. */
  public enum Anchor {
    /** The left end. */
    START,
    /** The middle. */
    MIDDLE,
    /** The right end. */
    END
  }
}
