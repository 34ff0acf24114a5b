package org.gradus.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The arrays inside what a function of a user takes and gives: an array, a matrix, a list. */
final class Content {
  private Content() {}

  /** The arrays themselves, not copies, in their order. */
  static List<double[]> arrays(@Nullable Object container) {
    if (container instanceof double[] array) {
      return List.of(array);
    }
    if (container instanceof double[][] rows) {
      return List.of(rows);
    }
    if (container instanceof Operand operand) {
      return List.of(operand.values());
    }
    if (container instanceof List<?> parts) {
      List<double[]> arrays = new ArrayList<>();
      for (Object part : parts) {
        arrays.addAll(arrays(part));
      }
      return arrays;
    }
    throw new Fault("an array of doubles, a matrix or a list of arrays was expected, not null");
  }

  /** All numbers, one after the other, in an array of their own. */
  static double[] flat(@Nullable Object container) {
    return arrays(container).stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** Numbers one after the other, cut into an array for each operand. */
  static List<double[]> split(double[] flat, List<Operand> x) {
    List<double[]> parts = new ArrayList<>();
    int next = 0;
    for (Operand operand : x) {
      parts.add(Arrays.copyOfRange(flat, next, next + operand.size()));
      next += operand.size();
    }
    return parts;
  }

  /** Numbers one after the other, as operands of the shapes of x. */
  static List<Operand> like(List<Operand> x, double[] flat) {
    List<double[]> parts = split(flat, x);
    return IntStream.range(0, x.size()).mapToObj(i -> x.get(i).with(parts.get(i))).toList();
  }

  /** Number of elements of all operands. */
  static int size(List<Operand> x) {
    return x.stream().mapToInt(Operand::size).sum();
  }

  /** Whether both hold the same bits: signs of zeros and payloads of NaN, too. */
  static boolean sameBits(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Double.doubleToRawLongBits(a[i]) != Double.doubleToRawLongBits(b[i])) {
        return false;
      }
    }
    return a.length == b.length;
  }
}
