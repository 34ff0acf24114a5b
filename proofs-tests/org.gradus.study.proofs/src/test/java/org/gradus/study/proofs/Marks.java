package org.gradus.study.proofs;

import java.util.List;
import org.gradus.study.Color;
import org.gradus.study.Drawing;
import org.gradus.study.Point;

/** What a drawing holds, sorted by kind. */
final class Marks {

  /** A color no layout uses, so that the marks of one series can be found. */
  static final Color OWN = new Color(0x123456);

  private Marks() {}

  static List<Drawing.Line> lines(Drawing drawing) {
    return drawing.marks().stream()
        .filter(mark -> mark instanceof Drawing.Line line && line.color().equals(OWN))
        .map(Drawing.Line.class::cast)
        .toList();
  }

  static List<Drawing.Circle> circles(Drawing drawing) {
    return drawing.marks().stream()
        .filter(Drawing.Circle.class::isInstance)
        .map(Drawing.Circle.class::cast)
        .toList();
  }

  /** Returns the patches of paper under notes: all rectangles but the picture's own paper. */
  static List<Drawing.Rectangle> rectangles(Drawing drawing) {
    return drawing.marks().stream()
        .filter(Drawing.Rectangle.class::isInstance)
        .map(Drawing.Rectangle.class::cast)
        .skip(1)
        .toList();
  }

  static List<String> texts(Drawing drawing) {
    return drawing.marks().stream()
        .filter(Drawing.Text.class::isInstance)
        .map(mark -> ((Drawing.Text) mark).text())
        .toList();
  }

  static boolean isInside(Drawing.Rectangle area, Point place) {
    return place.x() >= area.x()
        && place.x() <= area.x() + area.width()
        && place.y() >= area.y()
        && place.y() <= area.y() + area.height();
  }
}
