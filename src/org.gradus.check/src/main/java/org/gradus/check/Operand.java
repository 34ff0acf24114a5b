package org.gradus.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;

/**
 * An argument at the point where a gradient is checked.
 *
 * @param name name in reports
 * @param shape length of each axis
 * @param values elements in row-major order
 */
public record Operand(String name, int[] shape, double[] values) {

  /** Operand that holds a tensor's numbers, under the tensor's name if it has one. */
  public static Operand of(String fallback, Tensor tensor) {
    return new Operand(tensor.name().orElse(fallback), tensor.shape(), tensor.detach().toArray());
  }

  /** Vector. */
  public static Operand of(String name, double... values) {
    return new Operand(name, new int[] {values.length}, values.clone());
  }

  /** Operands x₀, x₁, … of tensors, those that have names keeping them. */
  static List<Operand> list(List<Tensor> tensors) {
    return IntStream.range(0, tensors.size()).mapToObj(i -> of("x" + i, tensors.get(i))).toList();
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
  Operand moved(double[] direction, double t) {
    double[] there = values.clone();
    Arrays.setAll(there, i -> values[i] + t * direction[i]);
    return new Operand(name, shape, there);
  }

  /** The same operand with an array of its own. */
  Operand copy() {
    return new Operand(name, shape, values.clone());
  }

  /** A tensor of its own with these numbers. */
  public Tensor tensor() {
    return Tensor.of(values).reshape(shape);
  }

  /** Index of a row-major position, in words: {@code x[1, 2]}. */
  String element(int position) {
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
