package org.gradus.check.jqwik;

import java.util.Arrays;

/**
 * Numbers in a shape.
 *
 * @param shape length of each axis
 * @param values elements in row-major order
 */
record Block(int[] shape, double[] values) {

  /** Number of elements of a shape. */
  static int size(int... shape) {
    return Arrays.stream(shape).reduce(1, (size, length) -> size * length);
  }

  /** Keeps the first elements of each axis, as many as its length says. */
  Block leading(int[] lengths) {
    double[] kept = new double[size(lengths)];
    Arrays.setAll(kept, position -> values[moved(position, lengths)]);
    return new Block(lengths, kept);
  }

  /** From a row-major position in a smaller shape to that of the same element in this one. */
  private int moved(int position, int[] lengths) {
    int rest = position;
    int stride = 1;
    int moved = 0;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      moved += rest % lengths[axis] * stride;
      rest /= lengths[axis];
      stride *= shape[axis];
    }
    return moved;
  }
}
