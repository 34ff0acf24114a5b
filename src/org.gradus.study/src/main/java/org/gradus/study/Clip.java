package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a line that lie inside a rectangle.
 *
 * <p>Source: Liang and Barsky, "A New Concept and Method for Line Clipping", 1984.
 */
final class Clip {

  private final Drawing.Rectangle area;
  private final List<List<Point>> pieces = new ArrayList<>();

  private Clip(Drawing.Rectangle area) {
    this.area = area;
  }

  /**
   * Returns the pieces of a line through finite points, each of two points or more; a line of one
   * point inside is the piece from the point to itself.
   */
  static List<List<Point>> inside(Drawing.Rectangle area, List<Point> line) {
    Clip clip = new Clip(area);
    if (line.size() == 1) {
      clip.segment(line.get(0), line.get(0));
    }
    for (int i = 0; i + 1 < line.size(); i++) {
      clip.segment(line.get(i), line.get(i + 1));
    }
    return clip.pieces;
  }

  private void segment(Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double[] enter = {0};
    double[] leave = {1};
    if (cut(-dx, from.x() - area.x(), enter, leave)
        && cut(dx, area.x() + area.width() - from.x(), enter, leave)
        && cut(-dy, from.y() - area.y(), enter, leave)
        && cut(dy, area.y() + area.height() - from.y(), enter, leave)) {
      Point first = enter[0] == 0 ? from : at(from, dx, dy, enter[0]);
      Point last = leave[0] == 1 ? to : at(from, dx, dy, leave[0]);
      append(first, last);
    }
  }

  /** Narrows the part from {@code enter} to {@code leave} by one side; tells if any is left. */
  private static boolean cut(double speed, double distance, double[] enter, double[] leave) {
    if (speed == 0) {
      return distance >= 0;
    }
    double t = distance / speed;
    if (speed < 0) {
      enter[0] = Math.max(enter[0], t);
    } else {
      leave[0] = Math.min(leave[0], t);
    }
    return enter[0] <= leave[0];
  }

  private Point at(Point from, double dx, double dy, double t) {
    double x = Math.max(area.x(), Math.min(area.x() + area.width(), from.x() + t * dx));
    double y = Math.max(area.y(), Math.min(area.y() + area.height(), from.y() + t * dy));
    return new Point(x, y);
  }

  private void append(Point first, Point last) {
    List<Point> piece = pieces.isEmpty() ? new ArrayList<>() : pieces.get(pieces.size() - 1);
    if (piece.isEmpty() || !piece.get(piece.size() - 1).equals(first)) {
      piece = new ArrayList<>(List.of(first));
      pieces.add(piece);
    }
    piece.add(last);
  }
}
