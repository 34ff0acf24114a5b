package org.gradus.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.internal.ops.ShapeCheck;
import org.jspecify.annotations.Nullable;

/** Integers of a shape, for labels and for gathering; they never require a gradient. */
// [impl->tensor~index-tensor~1]
public final class IndexTensor {
  private final int[] shape;
  private final int[] values;

  private IndexTensor(int[] shape, int[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** Integers along one axis. */
  public static IndexTensor of(int... values) {
    return new IndexTensor(new int[] {values.length}, values.clone());
  }

  /**
   * Integers of a shape, in row-major order.
   *
   * @throws ShapeException if a length is negative, or the number of values is not the product of
   *     the lengths
   */
  public static IndexTensor of(int[] shape, int[] values) {
    ShapeCheck.lengths("IndexTensor.of", shape);
    if (Shapes.size(shape) != values.length) {
      throw new ShapeException(
          "IndexTensor.of: a shape of "
              + Arrays.toString(shape)
              + " takes "
              + Shapes.size(shape)
              + " values\n  given  "
              + values.length);
    }
    return new IndexTensor(shape.clone(), values.clone());
  }

  /**
   * 0, 1, …, n − 1.
   *
   * @throws ShapeException if {@code n} is negative
   */
  public static IndexTensor arange(int n) {
    ShapeCheck.lengths("IndexTensor.arange", n);
    int[] values = new int[n];
    Arrays.setAll(values, i -> i);
    return of(values);
  }

  /**
   * A random order of 0, 1, …, n − 1 (Fisher and Yates' shuffle).
   *
   * @throws ShapeException if {@code n} is negative
   */
  public static IndexTensor permutation(int n, RandomGenerator random) {
    ShapeCheck.lengths("IndexTensor.permutation", n);
    int[] values = new int[n];
    for (int i = 0; i < n; i++) {
      int at = random.nextInt(i + 1);
      values[i] = values[at];
      values[at] = i;
    }
    return of(values);
  }

  /** Length of each axis; a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** Number of integers. */
  public int size() {
    return values.length;
  }

  /** Integer at a row-major position. */
  public int at(int position) {
    return values[position];
  }

  /** Integers in row-major order; a copy. */
  public int[] toArray() {
    return values.clone();
  }

  /**
   * Entries from {@code start} to {@code stop} (excluded) in row-major order; a negative bound
   * counts from the end, a bound past an end is clipped.
   */
  public IndexTensor slice(int start, int stop) {
    int first = Shapes.clip(start, values.length);
    int last = Math.max(first, Shapes.clip(stop, values.length));
    return of(Arrays.copyOfRange(values, first, last));
  }

  /** The same integers as doubles. */
  public Tensor toTensor() {
    Tensor y = Tensor.over(Arrays.stream(values).asDoubleStream().toArray(), shape.clone());
    y.history().origin(Origin.INTEGER, false);
    return y;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IndexTensor that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "IndexTensor" + Arrays.toString(shape) + Arrays.toString(values);
  }
}
