package org.gradus.tensor.proofs.tensor;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Naive model of a view: for each of its elements, in row-major order, the cell of the base.
 *
 * <p>It knows nothing of strides: each operation says where an index of its result comes from.
 *
 * @param shape length of each axis
 * @param cells position in the base of each element
 */
public record Picture(int[] shape, int[] cells) {

  /** A base itself. */
  public static Picture of(int... shape) {
    int[] cells = new int[SmallShapes.size(shape)];
    Arrays.setAll(cells, i -> i);
    return new Picture(shape, cells);
  }

  Picture select(int axis, int index) {
    return moved(without(shape, axis), at -> with(at, axis, index));
  }

  Picture slice(int axis, int start, int stop, int step) {
    int[] sliced = shape.clone();
    sliced[axis] = 0;
    for (int i = start; i < stop; i += step) {
      sliced[axis]++;
    }
    return moved(
        sliced,
        at -> {
          int[] source = at.clone();
          source[axis] = start + at[axis] * step;
          return source;
        });
  }

  Picture permute(int... order) {
    int[] permuted = Arrays.stream(order).map(axis -> shape[axis]).toArray();
    return moved(
        permuted,
        at -> {
          int[] source = new int[at.length];
          for (int axis = 0; axis < at.length; axis++) {
            source[order[axis]] = at[axis];
          }
          return source;
        });
  }

  Picture unsqueeze(int axis) {
    return new Picture(with(shape, axis, 1), cells);
  }

  Picture squeeze(int axis) {
    return shape[axis] == 1 ? new Picture(without(shape, axis), cells) : this;
  }

  Picture expand(int... target) {
    int lead = target.length - shape.length;
    return moved(
        target,
        at -> {
          int[] source = Arrays.copyOfRange(at, lead, at.length);
          for (int axis = 0; axis < source.length; axis++) {
            source[axis] = shape[axis] == 1 ? 0 : source[axis];
          }
          return source;
        });
  }

  Picture reshape(int... target) {
    return new Picture(target, cells);
  }

  /** Whether two elements are one cell. */
  public boolean overlaps() {
    return Arrays.stream(cells).distinct().count() < cells.length;
  }

  /**
   * Whether another shape needs no copy: whether one step along each axis of it always leads the
   * same way in the base.
   */
  boolean isViewable(int... target) {
    Picture reshaped = reshape(target);
    int[] steps = new int[target.length];
    for (int axis = 0; axis < target.length; axis++) {
      if (target[axis] > 1 && cells.length > 0) {
        int[] one = new int[target.length];
        one[axis] = 1;
        steps[axis] = reshaped.cell(one) - cells[0];
      }
    }
    for (int[] index : SmallShapes.indices(target)) {
      int expected = cells[0];
      for (int axis = 0; axis < target.length; axis++) {
        expected += index[axis] * steps[axis];
      }
      if (reshaped.cell(index) != expected) {
        return false;
      }
    }
    return true;
  }

  private Picture moved(int[] target, UnaryOperator<int[]> source) {
    int[] moved = SmallShapes.indices(target).stream().map(source).mapToInt(this::cell).toArray();
    return new Picture(target, moved);
  }

  private int cell(int... index) {
    int position = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      position = position * shape[axis] + index[axis];
    }
    return cells[position];
  }

  private static int[] without(int[] values, int axis) {
    int[] rest = new int[values.length - 1];
    Arrays.setAll(rest, i -> values[i < axis ? i : i + 1]);
    return rest;
  }

  private static int[] with(int[] values, int axis, int value) {
    int[] longer = new int[values.length + 1];
    Arrays.setAll(longer, i -> i == axis ? value : values[i < axis ? i : i - 1]);
    return longer;
  }
}
