package org.gradus.tensor.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gradus.tensor.ShapeException;

/** Arithmetic on shapes: which fit together, and what comes out. */
// [impl->tensor~broadcasting~1]
public final class Shapes {
  private Shapes() {}

  /**
   * Number of elements of a shape; one for rank 0.
   *
   * @throws ShapeException if there are more than an array holds
   */
  public static int size(int... shape) {
    long size = 1;
    for (int length : shape) {
      size = Math.min(size * length, Integer.MAX_VALUE + 1L);
    }
    if (size > Integer.MAX_VALUE) {
      throw new ShapeException(
          "a tensor holds at most "
              + Integer.MAX_VALUE
              + " elements\n  shape  "
              + Arrays.toString(shape));
    }
    return (int) size;
  }

  /**
   * Shape that two shapes broadcast to: aligned at the last axis, a length of one (or a missing
   * axis) follows the other.
   *
   * @return empty if two lengths differ and none of them is one
   */
  public static Optional<int[]> broadcast(int[] left, int[] right) {
    int rank = Math.max(left.length, right.length);
    int[] result = new int[rank];
    for (int back = 1; back <= rank; back++) {
      int a = back <= left.length ? left[left.length - back] : 1;
      int b = back <= right.length ? right[right.length - back] : 1;
      if (a != b && a != 1 && b != 1) {
        return Optional.empty();
      }
      result[rank - back] = a == 1 ? b : a;
    }
    return Optional.of(result);
  }

  /**
   * Shape that several shapes broadcast to together.
   *
   * @return empty if two lengths differ and none of them is one
   */
  public static Optional<int[]> broadcast(List<int[]> shapes) {
    Optional<int[]> all = Optional.of(new int[0]);
    for (int[] shape : shapes) {
      all = all.flatMap(before -> broadcast(before, shape));
    }
    return all;
  }

  /**
   * Where two shapes clash: the axis, counted from the end, 1 for the last, whose lengths differ
   * while none of them is one.
   *
   * @return empty if the shapes broadcast
   */
  public static OptionalInt clash(int[] left, int[] right) {
    for (int back = 1; back <= Math.min(left.length, right.length); back++) {
      int a = left[left.length - back];
      int b = right[right.length - back];
      if (a != b && a != 1 && b != 1) {
        return OptionalInt.of(back);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether {@code from} can be expanded to exactly {@code to}. */
  public static boolean expands(int[] from, int[] to) {
    return broadcast(from, to).filter(shape -> Arrays.equals(shape, to)).isPresent();
  }

  /**
   * Shape of the matrix product, PyTorch's rules: rank 1 on the left is a row, on the right a
   * column, and leaves no axis; leading axes broadcast.
   *
   * @return empty if the shapes do not meet, or an operand has rank 0
   */
  public static Optional<int[]> matmul(int[] left, int[] right) {
    if (left.length == 0 || right.length == 0) {
      return Optional.empty();
    }
    int inner = left[left.length - 1];
    if (inner != right[Math.max(right.length - 2, 0)]) {
      return Optional.empty();
    }
    return broadcast(batch(left), batch(right)).map(batch -> product(batch, left, right));
  }

  /** Leading axes of a matrix operand: all but the last two. */
  public static int[] batch(int[] shape) {
    return Arrays.copyOf(shape, Math.max(shape.length - 2, 0));
  }

  private static int[] product(int[] batch, int[] left, int[] right) {
    int[] result = batch;
    if (left.length > 1) {
      result = append(result, left[left.length - 2]);
    }
    if (right.length > 1) {
      result = append(result, right[right.length - 1]);
    }
    return result;
  }

  /** Bound of a slice of {@code size} things: a negative one counts from the end; then clipped. */
  public static int clip(int bound, int size) {
    return Math.max(0, Math.min(bound < 0 ? bound + size : bound, size));
  }

  /** {@code shape} with one more axis at the end. */
  public static int[] append(int[] shape, int length) {
    int[] result = Arrays.copyOf(shape, shape.length + 1);
    result[shape.length] = length;
    return result;
  }

  /** {@code shape} with {@code lengths} in place of {@code axis}. */
  public static int[] replace(int[] shape, int axis, int... lengths) {
    int[] result = new int[shape.length - 1 + lengths.length];
    System.arraycopy(shape, 0, result, 0, axis);
    System.arraycopy(lengths, 0, result, axis, lengths.length);
    System.arraycopy(shape, axis + 1, result, axis + lengths.length, shape.length - axis - 1);
    return result;
  }

  /** {@code values} with {@code value} inserted before {@code position}. */
  public static int[] insert(int[] values, int position, int value) {
    int[] result = new int[values.length + 1];
    System.arraycopy(values, 0, result, 0, position);
    result[position] = value;
    System.arraycopy(values, position, result, position + 1, values.length - position);
    return result;
  }

  /** Index of a row-major position in a shape. */
  public static int[] index(int position, int... shape) {
    int[] index = new int[shape.length];
    int rest = position;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }

  /**
   * Shape after a reduction.
   *
   * @param reduced whether each axis is reduced
   * @param keep whether a reduced axis stays with length one
   */
  public static int[] reduce(int[] shape, boolean[] reduced, boolean keep) {
    int[] result = new int[0];
    for (int axis = 0; axis < shape.length; axis++) {
      if (!reduced[axis]) {
        result = append(result, shape[axis]);
      } else if (keep) {
        result = append(result, 1);
      }
    }
    return result;
  }

  /** Index of the element at a row-major position. */
  public static int[] index(int[] shape, int position) {
    int[] index = new int[shape.length];
    int rest = position;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }
}
