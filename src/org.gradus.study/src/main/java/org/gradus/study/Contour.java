package org.gradus.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * Lines of equal value of a function of two numbers.
 *
 * <pre>
 *   { (x, y) : f(x, y) = c }      c: the levels
 * </pre>
 *
 * <p>The function is sampled once on an even grid; between neighbors of the grid it is taken as
 * linear. A cell with a corner that is NaN or infinite has no line. The levels are round numbers:
 * 1-2-5 multiples of powers of ten where the function is positive, even steps where it is not.
 */
public final class Contour implements Series {

  private static final int CELLS = 200;
  private static final int MOST_LEVELS = 14;

  private final String name;
  private final Range x;
  private final Range y;
  private final DoubleBinaryOperator function;
  private final double[][] values;
  private final double[] levels;

  private Contour(
      String name,
      Range x,
      Range y,
      DoubleBinaryOperator function,
      double[][] values,
      double[] levels) {
    this.name = name;
    this.x = x;
    this.y = y;
    this.function = function;
    this.values = values;
    this.levels = levels;
  }

  /** Samples a function on 201 × 201 places and chooses round levels. */
  public static Contour of(String name, Range x, Range y, DoubleBinaryOperator function) {
    double[][] values = sampled(x, y, CELLS, CELLS, function);
    return new Contour(name, x, y, function, values, roundLevels(values));
  }

  /**
   * Returns this contour, sampled anew on a grid of the given number of cells, its levels kept.
   *
   * @throws IllegalArgumentException if a number of cells is below 1
   */
  public Contour withCells(int columns, int rows) {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException(
          """
          contour: a grid needs at least one cell each way
            columns : %d
            rows    : %d
          ask for 1 or more"""
              .formatted(columns, rows));
    }
    return new Contour(name, x, y, function, sampled(x, y, columns, rows, function), levels);
  }

  /**
   * Returns this contour with other levels, sorted.
   *
   * @throws IllegalArgumentException if there is no level or one is not finite
   */
  public Contour withLevels(double... newLevels) {
    if (newLevels.length == 0 || !Arrays.stream(newLevels).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          """
          contour: levels must be finite, at least one
            contour : %s
            levels  : %s
          name the values whose lines are wanted"""
              .formatted(name, Arrays.toString(newLevels)));
    }
    double[] sorted = Arrays.stream(newLevels).sorted().distinct().toArray();
    return new Contour(name, x, y, function, values, sorted);
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the range sampled along x. */
  public Range x() {
    return x;
  }

  /** Returns the range sampled along y. */
  public Range y() {
    return y;
  }

  /** Returns the levels, rising; empty where the function is constant or nowhere finite. */
  public List<Double> levels() {
    return Arrays.stream(levels).boxed().toList();
  }

  /**
   * Returns the lines of one level, in the units of the axes; a closed line ends where it starts.
   */
  public List<List<Point>> lines(double level) {
    return new MarchingSquares(values, x, y, level).lines();
  }

  private static double[][] sampled(
      Range x, Range y, int columns, int rows, DoubleBinaryOperator function) {
    double[][] values = new double[rows + 1][columns + 1];
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        values[r][c] =
            function.applyAsDouble(
                MarchingSquares.between(x, (double) c / columns),
                MarchingSquares.between(y, (double) r / rows));
      }
    }
    return values;
  }

  private static double[] roundLevels(double[][] values) {
    double[] finite =
        Arrays.stream(values).flatMapToDouble(DoubleStream::of).filter(Double::isFinite).toArray();
    double low = Arrays.stream(finite).min().orElse(0);
    double high = Arrays.stream(finite).max().orElse(0);
    if (!(low < high)) {
      return new double[0];
    }
    Scale.Kind kind = low > 0 ? Scale.Kind.LOGARITHMIC : Scale.Kind.LINEAR;
    return Ticks.within(kind, Range.around(kind, low, high), MOST_LEVELS).marks().stream()
        .mapToDouble(Ticks.Tick::value)
        .toArray();
  }
}
