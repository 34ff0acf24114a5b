package org.gradus.tensor.internal.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Where the element of an index lies in its storage.
 *
 * <pre>
 *   position(i₀, …, iₖ) = offset + Σ iₐ·stride[a]      0 ≤ iₐ &lt; shape[a]
 * </pre>
 *
 * <p>A view is another layout over the same storage; a stride of zero repeats an element. Arguments
 * are trusted here: the operations check them and word the errors.
 */
// [impl->tensor~views~1]
public record Layout(int offset, int[] shape, int[] strides) {

  /** Row-major layout of {@code shape}, the last axis being the densest. */
  public static Layout rowMajor(int... shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= Math.max(shape[axis], 1);
    }
    return new Layout(0, shape, strides);
  }

  /** Number of axes. */
  public int rank() {
    return shape.length;
  }

  /** Number of elements: the product of the lengths. */
  public int size() {
    return Shapes.size(shape);
  }

  /** Storage position of an index. */
  public int position(int... index) {
    int position = offset;
    for (int axis = 0; axis < index.length; axis++) {
      position += index[axis] * strides[axis];
    }
    return position;
  }

  /** Whether the elements lie one behind the other in row-major order. */
  public boolean isRowMajor() {
    int expected = 1;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      if (shape[axis] != 1 && strides[axis] != expected) {
        return size() == 0;
      }
      expected *= Math.max(shape[axis], 1);
    }
    return true;
  }

  /** Whether several indices share one storage position, as after {@link #expand}. */
  public boolean overlaps() {
    if (size() == 0) {
      return false;
    }
    for (int axis = 0; axis < rank(); axis++) {
      if (shape[axis] > 1 && strides[axis] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Number of storage cells from the first to the last element, both included. */
  public int extent() {
    if (size() == 0) {
      return 0;
    }
    int extent = 1;
    for (int axis = 0; axis < rank(); axis++) {
      extent += (shape[axis] - 1) * strides[axis];
    }
    return extent;
  }

  /** The same strides, counted from the start of a storage. */
  public Layout atOrigin() {
    return new Layout(0, shape, strides);
  }

  /** The way from {@code whole}, wherever it starts, to this, which is a part of it. */
  public UnaryOperator<Layout> within(Layout whole) {
    int start = offset - whole.offset;
    return other -> new Layout(other.offset + start, shape, strides);
  }

  /** Without {@code axis}, at {@code index} of it. */
  public Layout select(int axis, int index) {
    return new Layout(offset + index * strides[axis], without(shape, axis), without(strides, axis));
  }

  /** Every {@code step}-th index of {@code axis} from {@code start}, {@code length} of them. */
  public Layout slice(int axis, int start, int length, int step) {
    int[] newShape = shape.clone();
    int[] newStrides = strides.clone();
    newShape[axis] = length;
    newStrides[axis] = strides[axis] * step;
    return new Layout(length == 0 ? offset : offset + start * strides[axis], newShape, newStrides);
  }

  /** The last index of {@code axis} first, and so on. */
  public Layout flip(int axis) {
    int[] newStrides = strides.clone();
    newStrides[axis] = -strides[axis];
    int last = Math.max(shape[axis] - 1, 0);
    return new Layout(offset + last * strides[axis], shape, newStrides);
  }

  /** Axis {@code a} of the result is axis {@code order[a]} of this. */
  public Layout permute(int... order) {
    int[] newShape = new int[order.length];
    int[] newStrides = new int[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      newShape[axis] = shape[order[axis]];
      newStrides[axis] = strides[order[axis]];
    }
    return new Layout(offset, newShape, newStrides);
  }

  /** Repeated along new leading axes and axes of length one, up to {@code target}. */
  public Layout expand(int... target) {
    int[] newStrides = new int[target.length];
    int lead = target.length - rank();
    for (int axis = 0; axis < rank(); axis++) {
      newStrides[lead + axis] = shape[axis] == target[lead + axis] ? strides[axis] : 0;
    }
    return new Layout(offset, target, newStrides);
  }

  /** The same elements under another shape, if that needs no copy. */
  public Optional<Layout> reshape(int... target) {
    if (isRowMajor()) {
      return Optional.of(new Layout(offset, target, rowMajor(target).strides));
    }
    Layout own = withoutOnes();
    int[] newStrides = new int[target.length];
    int from = own.rank() - 1;
    int to = target.length - 1;
    while (to >= 0) {
      if (target[to] == 1) {
        newStrides[to--] = 1;
        continue;
      }
      int have = own.shape[from];
      int want = target[to];
      int first = from;
      int last = to;
      while (have != want) {
        if (have > want) {
          want *= target[--last];
        } else if (own.isDense(--first)) {
          have *= own.shape[first];
        } else {
          return Optional.empty();
        }
      }
      int stride = own.strides[from];
      for (int axis = to; axis >= last; axis--) {
        newStrides[axis] = stride;
        stride *= target[axis];
      }
      from = first - 1;
      to = last - 1;
    }
    return Optional.of(new Layout(offset, target, newStrides));
  }

  /** Without the axes of length one, whose strides mean nothing. */
  private Layout withoutOnes() {
    int[] axes = IntStream.range(0, rank()).filter(axis -> shape[axis] != 1).toArray();
    return new Layout(
        offset,
        Arrays.stream(axes).map(axis -> shape[axis]).toArray(),
        Arrays.stream(axes).map(axis -> strides[axis]).toArray());
  }

  /** Whether one step along an axis leads past the whole next axis. */
  private boolean isDense(int axis) {
    return strides[axis] == strides[axis + 1] * shape[axis + 1];
  }

  private static int[] without(int[] values, int axis) {
    int[] rest = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, axis + 1, rest, axis, values.length - axis - 1);
    return rest;
  }
}
