package org.gradus.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of a diagram's boxes, labels and lines, in pixels from the upper left corner.
 *
 * <p>Boxes and labels do not overlap, lines run downward, and no line crosses a box, or a label but
 * its own.
 *
 * @param width width of the picture
 * @param height height of the picture
 * @param boxes a rectangle for each node, in their order
 * @param ways a line for each edge, in their order
 */
// [impl->study~diagram-layout~1]
public record DiagramLayout(int width, int height, List<Drawing.Rectangle> boxes, List<Way> ways) {

  /** The most nodes a picture shows. */
  public static final int MOST_NODES = 250;

  static final double HEADING = 15;
  static final double TEXT = 13;
  static final double LABEL = 12;
  static final double LEADING = 1.3;
  static final double PADDING = 9;

  private static final double NARROWEST = 52;
  private static final double WIDEST = 330;
  private static final double MARGIN = 16;
  private static final double BETWEEN = 18;
  private static final double LABEL_PADDING = 4;
  private static final double LEAST_STEP = 14;
  private static final double SLOPE = 0.12;
  private static final double TIP = 10;
  private static final double PORT = 26;
  private static final int PIECES = 12;
  private static final double HAIR = 0.01;

  /**
   * A line and its label.
   *
   * @param line from the lower side of the upper box to the upper side of the lower box
   * @param label rectangle of its text; without height where there is none
   */
  public record Way(List<Point> line, Drawing.Rectangle label) {

    /** Copies the line. */
    public Way {
      line = List.copyOf(line);
    }
  }

  /** Copies boxes and ways. */
  public DiagramLayout {
    boxes = List.copyOf(boxes);
    ways = List.copyOf(ways);
  }

  static DiagramLayout of(Diagram diagram) {
    if (diagram.nodes().size() > MOST_NODES) {
      throw new IllegalArgumentException(
          """
          diagram: a picture shows at most %d nodes
            title : %s
            nodes : %d
          write it as text or DOT, or draw a part of it"""
              .formatted(MOST_NODES, diagram.title(), diagram.nodes().size()));
    }
    Ranks ranks = new Ranks(diagram, nodes(), labels());
    RowPlaces.place(ranks.rows(), BETWEEN);
    return new Builder(ranks).layout();
  }

  /** Shortens a line of text that is wider than a box may be; of a short value, its name alone. */
  static String fitted(String line, double size) {
    Typeface typeface = Typeface.sans();
    String value = line.substring(Math.max(0, line.lastIndexOf(" = ")));
    double room = WIDEST - typeface.width(value, size);
    if (value.length() == line.length() || room < WIDEST / 2) {
      return typeface.fitted(line, size, WIDEST);
    }
    String name = line.substring(0, line.length() - value.length());
    return typeface.fitted(name, size, room) + value;
  }

  private static Ranks.Measure nodes() {
    return new Ranks.Measure(
        lines ->
            Math.max(
                NARROWEST,
                2 * PADDING + Math.max(width(lines.subList(0, 1), HEADING), width(lines, TEXT))),
        lines -> 2 * PADDING + LEADING * (HEADING + (lines.size() - 1) * TEXT));
  }

  private static Ranks.Measure labels() {
    return new Ranks.Measure(
        lines -> lines.isEmpty() ? 0 : 2 * LABEL_PADDING + width(lines, LABEL),
        lines -> lines.isEmpty() ? 0 : LABEL_PADDING + lines.size() * LABEL * LEADING);
  }

  private static double width(List<String> lines, double size) {
    Typeface typeface = Typeface.sans();
    return lines.stream()
        .mapToDouble(line -> typeface.width(fitted(line, size), size))
        .max()
        .orElse(0);
  }

  /** Puts rows below each other and draws the lines between them. */
  private static final class Builder {
    private final Ranks ranks;
    private final double[] top;
    private final double[] height;
    private final double[] bottom;
    private final double left;

    Builder(Ranks ranks) {
      this.ranks = ranks;
      List<List<Box>> rows = ranks.rows();
      top = new double[rows.size()];
      height = new double[rows.size()];
      bottom = new double[rows.size()];
      double y = MARGIN;
      for (int i = 0; i < rows.size(); i++) {
        top[i] = y;
        height[i] = rows.get(i).stream().mapToDouble(box -> box.height).max().orElse(0);
        bottom[i] = y + height[i];
        y = bottom[i] + step(rows.get(i));
      }
      left = rows.stream().mapToDouble(row -> row.get(0).x - row.get(0).width / 2).min().orElse(0);
    }

    /** Distance to the next row: the farther lines go aside, the more. */
    private static double step(List<Box> row) {
      double aside = 0;
      for (Box box : row) {
        for (Box lower : box.below) {
          aside = Math.max(aside, Math.abs(lower.x - box.x));
        }
      }
      return LEAST_STEP + SLOPE * aside;
    }

    DiagramLayout layout() {
      List<Drawing.Rectangle> boxes = ranks.nodes().stream().map(this::rectangle).toList();
      Map<Box, List<List<Box>>> leaving = new HashMap<>();
      Map<Box, List<List<Box>>> arriving = new HashMap<>();
      for (List<Box> way : ranks.ways()) {
        leaving.computeIfAbsent(way.get(0), unused -> new ArrayList<>()).add(way);
        arriving.computeIfAbsent(way.get(way.size() - 1), unused -> new ArrayList<>()).add(way);
      }
      leaving.values().forEach(ways -> ways.sort(Comparator.comparing(way -> way.get(1).x)));
      arriving
          .values()
          .forEach(ways -> ways.sort(Comparator.comparing(way -> way.get(way.size() - 2).x)));
      List<Way> ways = new ArrayList<>();
      for (List<Box> way : ranks.ways()) {
        Box upper = way.get(0);
        Box lower = way.get(way.size() - 1);
        List<Point> line =
            line(
                way,
                port(upper, leaving.getOrDefault(upper, List.of()), way),
                port(lower, arriving.getOrDefault(lower, List.of()), way));
        ways.add(new Way(line, rectangle(way.get(way.size() - 2))));
      }
      double right =
          ranks.rows().stream()
              .map(row -> row.get(row.size() - 1))
              .mapToDouble(box -> box.x + box.width / 2)
              .max()
              .orElse(0);
      return new DiagramLayout(
          (int) Math.ceil(right - left + 2 * MARGIN),
          (int) Math.ceil(bottom[bottom.length - 1] + MARGIN),
          boxes,
          ways);
    }

    private double x(Box box) {
      return box.x - left + MARGIN;
    }

    /** Where one of several lines meets the side of a box; they are spread about its middle. */
    private double port(Box box, List<List<Box>> ways, List<Box> way) {
      double apart = Math.min(PORT, box.width / (ways.size() + 1));
      int position = 0;
      while (ways.get(position) != way) {
        position++;
      }
      return x(box) + (position - (ways.size() - 1) / 2.0) * apart;
    }

    private Drawing.Rectangle rectangle(Box box) {
      double above = (height[box.rank] - box.height) / 2;
      return new Drawing.Rectangle(
          x(box) - box.width / 2, top[box.rank] + above, box.width, box.height, Color.PAPER);
    }

    /** Runs straight down through every row and bends between the rows alone. */
    private List<Point> line(List<Box> way, double start, double end) {
      List<Point> line = new ArrayList<>();
      Drawing.Rectangle upper = rectangle(way.get(0));
      Drawing.Rectangle lower = rectangle(way.get(way.size() - 1));
      line.add(new Point(start, upper.y() + upper.height()));
      for (int i = 1; i < way.size(); i++) {
        Box before = way.get(i - 1);
        Box box = way.get(i);
        boolean last = i == way.size() - 1;
        Point from = new Point(i == 1 ? start : x(before), bottom[before.rank]);
        Point to = new Point(last ? end : x(box), top[box.rank] - (last ? TIP : 0));
        line.addAll(bend(from, to));
        line.add(new Point(to.x(), last ? lower.y() : bottom[box.rank]));
      }
      return line.stream().distinct().toList();
    }

    /** Points of a cubic Bézier curve that begins and ends upright. */
    private static List<Point> bend(Point from, Point to) {
      List<Point> points = new ArrayList<>(List.of(from));
      if (Math.abs(to.x() - from.x()) > HAIR) {
        for (int i = 1; i < PIECES; i++) {
          double t = (double) i / PIECES;
          double aside = t * t * (3 - 2 * t);
          double down = 1.5 * t * (1 - t) + t * t * t;
          points.add(
              new Point(
                  from.x() + aside * (to.x() - from.x()), from.y() + down * (to.y() - from.y())));
        }
      }
      points.add(to);
      return points;
    }
  }
}
