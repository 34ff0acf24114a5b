package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/** The names of the series with a sample of each, in rows under the title. */
final class Legend {

  static final double ROW = 21;

  private static final double SIZE = 13;
  private static final double SAMPLE = 24;
  private static final double DOT = 8;
  private static final double GAP = 7;
  private static final double SPACE = 22;

  /** One name and its place in the rows, x from the left end of the legend. */
  private record Entry(Series series, Color color, String name, double sample, double x, int row) {}

  private final Typeface typeface;
  private final double width;
  private final List<Entry> entries = new ArrayList<>();
  private double end;
  private int rows;

  Legend(Typeface typeface, double width) {
    this.typeface = typeface;
    this.width = width;
  }

  void add(Series series, Color color) {
    if (series.name().isEmpty()) {
      return;
    }
    boolean loose = series instanceof Curve curve && !curve.isJoined();
    double sample = loose ? DOT : SAMPLE;
    String name = typeface.fitted(series.name(), SIZE, width - sample - GAP);
    double length = sample + GAP + typeface.width(name, SIZE);
    double start = entries.isEmpty() ? 0 : end + SPACE;
    if (entries.isEmpty() || start + length > width) {
      rows++;
      start = 0;
    }
    entries.add(new Entry(series, color, name, sample, start, rows - 1));
    end = start + length;
  }

  double height() {
    return rows * ROW;
  }

  /** Returns the marks of all rows, the first of them below {@code top}. */
  List<Drawing.Mark> marks(double left, double top) {
    List<Drawing.Mark> marks = new ArrayList<>();
    for (Entry entry : entries) {
      double x = left + entry.x();
      double base = top + entry.row() * ROW + SIZE;
      marks.addAll(sample(entry, x, base - SIZE * 0.36));
      marks.add(
          new Drawing.Text(
              new Point(x + entry.sample() + GAP, base),
              entry.name(),
              SIZE,
              Color.INK,
              Drawing.Anchor.START));
    }
    return marks;
  }

  private static List<Drawing.Mark> sample(Entry entry, double x, double y) {
    List<Drawing.Mark> marks = new ArrayList<>();
    List<Point> line = List.of(new Point(x, y), new Point(x + entry.sample(), y));
    Point middle = new Point(x + entry.sample() / 2, y);
    if (entry.series() instanceof Curve curve) {
      if (curve.isJoined()) {
        marks.add(
            new Drawing.Line(
                line, entry.color(), Layout.LINE_WIDTH, curve.style() == Curve.Style.DASHES));
      }
      if (curve.isDotted()) {
        marks.add(Layout.dot(curve, middle, entry.color()));
      }
    } else {
      marks.add(new Drawing.Line(line, entry.color(), Layout.LINE_WIDTH, false));
    }
    return marks;
  }
}
