package org.gradus.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines on which a sampled function takes one value.
 *
 * <p>Each cell of the grid with corners on both sides of the level is crossed by one or two
 * segments, which end on its edges; segments that meet on an edge are joined. A cell whose opposite
 * corners agree (a saddle) is decided by the mean of its corners. Source: Lorensen and Cline,
 * "Marching Cubes", 1987, in two dimensions.
 */
final class MarchingSquares {

  private final double[][] values;
  private final Range x;
  private final Range y;
  private final double level;
  private final int columns;

  /** The one or two neighbors of each crossing along its line, in the order of the grid. */
  private final Map<Integer, List<Integer>> neighbors = new LinkedHashMap<>();

  /** Takes values over rows (y, rising) and columns (x, rising) of an even grid. */
  MarchingSquares(double[][] values, Range x, Range y, double level) {
    this.values = values;
    this.x = x;
    this.y = y;
    this.level = level;
    this.columns = values[0].length;
  }

  /** Returns the place at the fraction {@code t} of a range. */
  static double between(Range range, double t) {
    return (1 - t) * range.low() + t * range.high();
  }

  List<List<Point>> lines() {
    neighbors.clear();
    for (int r = 0; r + 1 < values.length; r++) {
      for (int c = 0; c + 1 < columns; c++) {
        cross(r, c);
      }
    }
    List<List<Point>> lines = new ArrayList<>();
    // Open lines from one of their ends first; what is left is closed.
    for (int edge : List.copyOf(neighbors.keySet())) {
      if (neighborsOf(edge).size() == 1) {
        lines.add(walked(edge));
      }
    }
    for (int edge : List.copyOf(neighbors.keySet())) {
      if (!neighborsOf(edge).isEmpty()) {
        lines.add(walked(edge));
      }
    }
    return lines;
  }

  private void cross(int r, int c) {
    double lowLeft = values[r][c];
    double lowRight = values[r][c + 1];
    double highLeft = values[r + 1][c];
    double highRight = values[r + 1][c + 1];
    double mean = lowLeft / 4 + lowRight / 4 + highLeft / 4 + highRight / 4;
    if (!Double.isFinite(mean)) {
      return;
    }
    List<Integer> crossed = new ArrayList<>(4);
    addIfCrossed(crossed, lowLeft, lowRight, across(r, c));
    addIfCrossed(crossed, lowRight, highRight, upright(r, c + 1));
    addIfCrossed(crossed, highLeft, highRight, across(r + 1, c));
    addIfCrossed(crossed, lowLeft, highLeft, upright(r, c));
    if (crossed.size() == 4) {
      // The corners whose side the middle takes are joined: the segments cut off the other two.
      Collections.rotate(crossed, isAbove(mean) == isAbove(lowLeft) ? 0 : 1);
    }
    for (int i = 0; i + 1 < crossed.size(); i += 2) {
      join(crossed.get(i), crossed.get(i + 1));
      join(crossed.get(i + 1), crossed.get(i));
    }
  }

  private void addIfCrossed(List<Integer> crossed, double from, double to, int edge) {
    if (isAbove(from) != isAbove(to)) {
      crossed.add(edge);
    }
  }

  private boolean isAbove(double value) {
    return value >= level;
  }

  private void join(int from, int to) {
    neighbors.computeIfAbsent(from, key -> new ArrayList<>(2)).add(to);
  }

  private List<Integer> neighborsOf(int edge) {
    return neighbors.getOrDefault(edge, List.of());
  }

  /** Follows a line to its end and takes its joints apart on the way. */
  private List<Point> walked(int start) {
    List<Point> line = new ArrayList<>();
    line.add(place(start));
    int here = start;
    while (!neighborsOf(here).isEmpty()) {
      int next = neighborsOf(here).remove(0);
      neighborsOf(next).remove(Integer.valueOf(here));
      line.add(place(next));
      here = next;
    }
    return line;
  }

  private int across(int r, int c) {
    return 2 * (r * columns + c);
  }

  private int upright(int r, int c) {
    return across(r, c) + 1;
  }

  private Point place(int edge) {
    int r = edge / 2 / columns;
    int c = edge / 2 % columns;
    boolean upright = edge % 2 == 1;
    double from = values[r][c];
    double to = upright ? values[r + 1][c] : values[r][c + 1];
    double t = (level / 2 - from / 2) / (to / 2 - from / 2);
    double column = upright ? c : c + t;
    double row = upright ? r + t : r;
    return new Point(between(x, column / (columns - 1)), between(y, row / (values.length - 1)));
  }
}
