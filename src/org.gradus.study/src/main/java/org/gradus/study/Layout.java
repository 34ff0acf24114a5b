package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/**
 * The one layout of all charts: from top to bottom title, legend, name of the y axis, the area of
 * the data, numbers and name of the x axis.
 */
final class Layout {

  static final double LINE_WIDTH = 2;

  private static final double MARGIN = 20;
  private static final double TITLE_SIZE = 19;
  private static final double LABEL_SIZE = 13;
  private static final double NUMBER_SIZE = 12;
  private static final double NUMBER_GAP = 8;
  private static final double ROWS_APART = 34;
  private static final double COLUMNS_APART = 56;
  private static final double LETTERS_APART = 16;
  private static final double NOTE_MARGIN = 3;
  private static final double MARKER_WIDTH = 1.2;
  private static final int MANY = 400;

  private final Chart chart;
  private final Typeface typeface = Typeface.sans();
  private final Legend legend;
  private final List<Color> colors;
  private final Projection projection;
  private final List<Drawing.Mark> marks = new ArrayList<>();

  Layout(Chart chart) {
    this.chart = chart;
    this.colors = colors(chart.series());
    this.legend = legend(chart, colors, typeface);
    this.projection = projection(chart, legend.height(), typeface);
  }

  Projection projection() {
    return projection;
  }

  Drawing drawing() {
    marks.clear();
    FreeSpace space = new FreeSpace(chart, projection);
    Drawing.Rectangle paper =
        new Drawing.Rectangle(0, 0, chart.width(), chart.height(), Color.PAPER);
    marks.add(paper);
    addTitles();
    addGrid();
    for (int i = 0; i < chart.series().size(); i++) {
      Series series = chart.series().get(i);
      if (series instanceof Curve curve) {
        addCurve(curve, colors.get(i));
      } else if (series instanceof Contour contour) {
        marks.addAll(new ContourLayout(contour, projection, typeface, space).marks());
      } else if (series instanceof Marker marker) {
        addMarker(marker, space);
      }
    }
    return new Drawing(chart.title(), chart.width(), chart.height(), marks);
  }

  /** Returns the dot of a curve; loose points have a rim of paper that keeps neighbors apart. */
  static Drawing.Circle dot(Curve curve, Point place, Color color) {
    if (curve.isJoined()) {
      return new Drawing.Circle(place, 2.4, color, color);
    }
    double radius = curve.points().size() > MANY ? 2.4 : 3.6;
    return new Drawing.Circle(place, radius, color, Color.PAPER);
  }

  private static List<Color> colors(List<Series> series) {
    List<Color> colors = new ArrayList<>();
    int next = 0;
    for (Series one : series) {
      if (one instanceof Curve curve) {
        Color color = Color.SERIES.get(next % Color.SERIES.size());
        colors.add(curve.color().orElse(color));
        next += curve.color().isPresent() ? 0 : 1;
      } else {
        colors.add(one instanceof Contour ? ContourLayout.color(0.4) : Color.SOFT_INK);
      }
    }
    return colors;
  }

  private static Legend legend(Chart chart, List<Color> colors, Typeface typeface) {
    Legend legend = new Legend(typeface, chart.width() - 2 * MARGIN);
    for (int i = 0; i < colors.size(); i++) {
      if (!(chart.series().get(i) instanceof Marker)) {
        legend.add(chart.series().get(i), colors.get(i));
      }
    }
    return legend;
  }

  private static Projection projection(Chart chart, double legendHeight, Typeface typeface) {
    double top = legendTop(chart) + legendHeight + (legendHeight > 0 ? 6 : 0);
    top += chart.y().title().isEmpty() ? 8 : LABEL_SIZE + 13;
    double foot = MARGIN + NUMBER_SIZE + NUMBER_GAP;
    foot += chart.x().title().isEmpty() ? 0 : LABEL_SIZE + 7;
    top = Math.round(Math.min(top, chart.height() - foot - ROWS_APART)) + 0.5;
    double height = Math.round(chart.height() - foot - top);
    Ticks y = ticks(chart.y(), Extent.ofY(chart), (int) (height / ROWS_APART));
    double left = Math.round(MARGIN + widest(y, typeface) + NUMBER_GAP) + 0.5;
    Range range = Extent.ofX(chart);
    int most = (int) ((chart.width() - left) / COLUMNS_APART);
    Ticks x = ticks(chart.x(), range, most);
    while (most > 3 && isCrowded(x, chart.width() - left - MARGIN, typeface)) {
      x = ticks(chart.x(), range, --most);
    }
    double right = Math.max(MARGIN, widest(x, typeface) / 2 + 6);
    double width = Math.round(chart.width() - left - right);
    return new Projection(
        new Drawing.Rectangle(left, top, width, height, Color.PAPER),
        chart.x().kind(),
        x,
        chart.y().kind(),
        y);
  }

  private static double legendTop(Chart chart) {
    return chart.title().isEmpty() ? MARGIN : MARGIN + TITLE_SIZE + 12;
  }

  private static Ticks ticks(Scale scale, Range range, int most) {
    return scale.range().isPresent()
        ? Ticks.within(scale.kind(), range, Math.max(3, most))
        : Ticks.covering(scale.kind(), range, Math.max(3, most));
  }

  private static double widest(Ticks ticks, Typeface typeface) {
    return ticks.marks().stream()
        .mapToDouble(mark -> typeface.width(mark.label(), NUMBER_SIZE))
        .max()
        .orElse(0);
  }

  private static boolean isCrowded(Ticks ticks, double width, Typeface typeface) {
    int labels = ticks.marks().size();
    return labels * (widest(ticks, typeface) + LETTERS_APART) > width;
  }

  private void addTitles() {
    double wide = chart.width() - 2 * MARGIN;
    if (!chart.title().isEmpty()) {
      String title = typeface.fitted(chart.title(), TITLE_SIZE, wide);
      addText(
          MARGIN, MARGIN + TITLE_SIZE * 0.8, title, TITLE_SIZE, Color.INK, Drawing.Anchor.START);
    }
    marks.addAll(legend.marks(MARGIN, legendTop(chart)));
    Drawing.Rectangle area = projection.area();
    addText(
        MARGIN,
        area.y() - 12,
        typeface.fitted(chart.y().title(), LABEL_SIZE, wide),
        LABEL_SIZE,
        Color.SOFT_INK,
        Drawing.Anchor.START);
    addText(
        area.x() + area.width() / 2,
        chart.height() - MARGIN + 3,
        typeface.fitted(chart.x().title(), LABEL_SIZE, area.width()),
        LABEL_SIZE,
        Color.SOFT_INK,
        Drawing.Anchor.MIDDLE);
  }

  private void addGrid() {
    Drawing.Rectangle area = projection.area();
    double right = area.x() + area.width();
    double bottom = area.y() + area.height();
    for (Ticks.Tick tick : projection.x().marks()) {
      double x = crisp(projection.placeX(tick.value()));
      addLine(x, area.y(), x, bottom, Color.GRID, 1, false);
      double base = bottom + NUMBER_GAP + NUMBER_SIZE * 0.8;
      addText(x, base, tick.label(), NUMBER_SIZE, Color.SOFT_INK, Drawing.Anchor.MIDDLE);
    }
    for (Ticks.Tick tick : projection.y().marks()) {
      double y = crisp(projection.placeY(tick.value()));
      addLine(area.x(), y, right, y, Color.GRID, 1, false);
      double base = y + NUMBER_SIZE * 0.36;
      addText(
          area.x() - NUMBER_GAP,
          base,
          tick.label(),
          NUMBER_SIZE,
          Color.SOFT_INK,
          Drawing.Anchor.END);
    }
    addLine(area.x(), area.y(), area.x(), bottom, Color.AXIS, 1, false);
    addLine(area.x(), bottom, right, bottom, Color.AXIS, 1, false);
  }

  private void addCurve(Curve curve, Color color) {
    if (curve.isJoined()) {
      curve.runs().forEach(run -> addRun(run, curve, color));
    }
    if (curve.isDotted()) {
      curve.points().forEach(point -> addDot(point, curve, color));
    }
  }

  /** Adds a line without a gap; a lonely point shows as a dot. */
  private void addRun(List<Point> run, Curve curve, Color color) {
    if (run.size() == 1) {
      addDot(run.get(0), curve, color);
      return;
    }
    List<Point> places = run.stream().map(projection::place).toList();
    for (List<Point> piece : Clip.inside(projection.area(), places)) {
      marks.add(new Drawing.Line(piece, color, LINE_WIDTH, curve.style() == Curve.Style.DASHES));
    }
  }

  private void addDot(Point point, Curve curve, Color color) {
    if (point.isFinite() && projection.holds(point)) {
      marks.add(dot(curve, projection.place(point), color));
    }
  }

  private void addMarker(Marker marker, FreeSpace space) {
    Drawing.Rectangle area = projection.area();
    double right = area.x() + area.width();
    double bottom = area.y() + area.height();
    double wide = typeface.width(marker.name(), NUMBER_SIZE) + 2 * NOTE_MARGIN;
    double high = NUMBER_SIZE + NOTE_MARGIN;
    if (marker.direction() == Marker.Direction.HORIZONTAL) {
      if (projection.y().range().contains(marker.at())) {
        double y = crisp(projection.placeY(marker.at()));
        addLine(area.x(), y, right, y, Color.SOFT_INK, MARKER_WIDTH, true);
        double[] columns = {right - wide - 3, area.x() + 3};
        double[] rows = {y - high - 2, y + 2};
        addNote(marker.name(), boxes(columns, rows, wide), space);
      }
    } else if (projection.x().range().contains(marker.at())) {
      double x = crisp(projection.placeX(marker.at()));
      addLine(x, area.y(), x, bottom, Color.SOFT_INK, MARKER_WIDTH, true);
      double[] columns = {x + 4, x - wide - 4};
      double[] rows = {area.y() + 3, bottom - high - 3};
      addNote(marker.name(), boxes(columns, rows, wide), space);
    }
  }

  private static List<Drawing.Rectangle> boxes(double[] columns, double[] rows, double wide) {
    List<Drawing.Rectangle> boxes = new ArrayList<>();
    for (double y : rows) {
      for (double x : columns) {
        boxes.add(new Drawing.Rectangle(x, y, wide, NUMBER_SIZE + NOTE_MARGIN, Color.PAPER));
      }
    }
    return boxes;
  }

  private void addNote(String text, List<Drawing.Rectangle> boxes, FreeSpace space) {
    if (!text.isEmpty()) {
      marks.addAll(note(space.firstFree(boxes), text, NUMBER_SIZE, Color.INK));
    }
  }

  /** Returns a text on a patch of paper, so that it can be read across lines. */
  static List<Drawing.Mark> note(Drawing.Rectangle box, String text, double size, Color color) {
    Point middle = new Point(box.x() + box.width() / 2, box.y() + box.height() / 2 + size * 0.36);
    return List.of(box, new Drawing.Text(middle, text, size, color, Drawing.Anchor.MIDDLE));
  }

  private void addLine(
      double x1, double y1, double x2, double y2, Color color, double width, boolean dashed) {
    List<Point> line = List.of(new Point(x1, y1), new Point(x2, y2));
    marks.add(new Drawing.Line(line, color, width, dashed));
  }

  private void addText(
      double x, double base, String text, double size, Color color, Drawing.Anchor anchor) {
    if (!text.isEmpty()) {
      marks.add(new Drawing.Text(new Point(x, base), text, size, color, anchor));
    }
  }

  /** Returns the nearest middle of a pixel, where a thin line is sharp. */
  private static double crisp(double place) {
    return Math.floor(place) + 0.5;
  }
}
