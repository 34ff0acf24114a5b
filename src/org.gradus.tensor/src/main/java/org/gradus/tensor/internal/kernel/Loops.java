package org.gradus.tensor.internal.kernel;

/**
 * The walk over the indices of a shape, in row-major order, with the storage positions of two
 * layouts beside it.
 */
final class Loops {
  private Loops() {}

  /** What is done at an index. */
  interface Body {
    /**
     * @param count number of indices before this one
     * @param left storage position in the first layout
     * @param right storage position in the second layout
     */
    void at(int count, int left, int right);
  }

  /** Visit every index of {@code shape}; both layouts have that shape. */
  static void each(int[] shape, Layout left, Layout right, Body body) {
    int size = Shapes.size(shape);
    if (size == 0) {
      return;
    }
    int last = shape.length - 1;
    int inner = last < 0 ? 1 : shape[last];
    int leftStep = last < 0 ? 0 : left.strides()[last];
    int rightStep = last < 0 ? 0 : right.strides()[last];
    int[] index = new int[Math.max(last, 0)];
    int l = left.offset();
    int r = right.offset();
    for (int count = 0; count < size; count += inner) {
      for (int i = 0; i < inner; i++) {
        body.at(count + i, l + i * leftStep, r + i * rightStep);
      }
      for (int axis = last - 1; axis >= 0; axis--) {
        l += left.strides()[axis];
        r += right.strides()[axis];
        if (++index[axis] < shape[axis]) {
          break;
        }
        l -= shape[axis] * left.strides()[axis];
        r -= shape[axis] * right.strides()[axis];
        index[axis] = 0;
      }
    }
  }
}
