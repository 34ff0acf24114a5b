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
