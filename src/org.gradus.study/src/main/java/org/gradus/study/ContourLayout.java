package org.gradus.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Contour lines from dark (low) to pale (high), each level named once where there is room. */
final class ContourLayout {

  private static final Color LOW = new Color(0x3B2F7F);
  private static final Color MIDDLE = new Color(0x2F8FA8);
  private static final Color HIGH = new Color(0xB5D8A0);
  private static final double SIZE = 10.5;
  private static final double WIDTH = 1.3;

  private final Contour contour;
  private final Projection projection;
  private final Typeface typeface;
  private final FreeSpace space;
  private final List<Drawing.Mark> lines = new ArrayList<>();
  private final List<Drawing.Mark> notes = new ArrayList<>();

  ContourLayout(Contour contour, Projection projection, Typeface typeface, FreeSpace space) {
    this.contour = contour;
    this.projection = projection;
    this.typeface = typeface;
    this.space = space;
  }

  /** Returns the color of a level, {@code t} from 0, the lowest, to 1, the highest. */
  static Color color(double t) {
    return t < 0.5 ? LOW.mixedWith(MIDDLE, 2 * t) : MIDDLE.mixedWith(HIGH, 2 * t - 1);
  }

  List<Drawing.Mark> marks() {
    List<Double> levels = contour.levels();
    for (int i = 0; i < levels.size(); i++) {
      double level = levels.get(i);
      Color color = color(levels.size() == 1 ? 0 : (double) i / (levels.size() - 1));
      List<List<Point>> pieces =
          contour.lines(level).stream()
              .map(line -> line.stream().map(projection::place).toList())
              .flatMap(line -> Clip.inside(projection.area(), line).stream())
              .toList();
      pieces.forEach(piece -> lines.add(new Drawing.Line(piece, color, WIDTH, false)));
      pieces.stream()
          .max(Comparator.comparingDouble(ContourLayout::length))
          .ifPresent(longest -> name(level, longest));
    }
    List<Drawing.Mark> marks = new ArrayList<>(lines);
    marks.addAll(notes);
    return marks;
  }

  /** Writes a level on its line, at the first of some places that is free and inside the area. */
  private void name(double level, List<Point> line) {
    String text = Numerals.exact(Numerals.decimal(level));
    double wide = typeface.width(text, SIZE);
    if (length(line) < 6 * wide) {
      return;
    }
    for (double part : new double[] {0.15, 0.65, 0.4, 0.9, 0.3, 0.8, 0.5, 0.05}) {
      Point at = line.get((int) (part * (line.size() - 1)));
      Drawing.Rectangle box =
          new Drawing.Rectangle(
              at.x() - wide / 2 - 3, at.y() - SIZE / 2 - 1, wide + 6, SIZE + 2, Color.PAPER);
      if (space.isFree(box)) {
        space.take(box);
        notes.addAll(Layout.note(box, text, SIZE, Color.SOFT_INK));
        return;
      }
    }
  }

  private static double length(List<Point> line) {
    double length = 0;
    for (int i = 0; i + 1 < line.size(); i++) {
      length +=
          Math.hypot(line.get(i + 1).x() - line.get(i).x(), line.get(i + 1).y() - line.get(i).y());
    }
    return length;
  }
}
