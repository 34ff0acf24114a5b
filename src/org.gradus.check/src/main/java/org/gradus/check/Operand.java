package org.gradus.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An argument at the point where a gradient is checked.
 *
 * @param name name in reports
 * @param shape length of each axis
 * @param values elements in row-major order
 */
public record Operand(String name, int[] shape, double[] values) {

  /** Vector. */
  public static Operand of(String name, double... values) {
    return new Operand(name, new int[] {values.length}, values.clone());
  }

  /**
   * Matrix, held in row-major order.
   *
   * @throws IllegalArgumentException if its rows differ in length
   */
  public static Operand ofMatrix(String name, double[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "matrix %s: all rows must have equal length%n  row 0  %d%n  row %d  %d"
                .formatted(name, columns, i, rows[i].length));
      }
    }
    double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return new Operand(name, new int[] {rows.length, columns}, values);
  }

  /** The same name and shape with other elements, in row-major order. */
  Operand with(double[] others) {
    return new Operand(name, shape, others);
  }

  /** The rows of a matrix, each an array of its own. */
  double[][] rows() {
    int columns = shape.length == 2 ? shape[1] : 0;
    double[][] rows = new double[shape[0]][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns));
    return rows;
  }

  /** Operands x₀, x₁, … of arrays. */
  static List<Operand> list(double[]... arrays) {
    return IntStream.range(0, arrays.length).mapToObj(i -> of("x" + i, arrays[i])).toList();
  }

  /** Number of elements. */
  public int size() {
    return values.length;
  }

  /** The same operand at {@code values + t·direction}. */
  public Operand moved(double[] direction, double t) {
    double[] there = values.clone();
    Arrays.setAll(there, i -> values[i] + t * direction[i]);
    return new Operand(name, shape, there);
  }

  /** The same operand with an array of its own. */
  Operand copy() {
    return new Operand(name, shape, values.clone());
  }

  /** Index of a row-major position, in words: {@code x[1, 2]}. */
  public String element(int position) {
    int[] index = new int[shape.length];
    int rest = position;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return Optional.of(index)
        .filter(i -> i.length > 0)
        .map(i -> name + Arrays.toString(i))
        .orElse(name);
  }
}
