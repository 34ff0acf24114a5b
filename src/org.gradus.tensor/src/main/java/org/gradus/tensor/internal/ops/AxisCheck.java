package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * Axes and indices counted from 0, negative ones from the end, and the message where there is no
 * such axis or index.
 */
// [impl->tensor~messages~1]
public final class AxisCheck {
  private AxisCheck() {}

  /** Number of an axis, counted from 0. */
  public static int axis(String operation, int axis, Tensor x) {
    int rank = x.ndim();
    if (axis < -rank || axis >= rank) {
      throw new IndexOutOfBoundsException(
          operation
              + ": there is no axis "
              + axis
              + "\n  given  "
              + x.signature()
              + (rank == 0 ? ", which has no axis" : ", axes " + -rank + " to " + (rank - 1)));
    }
    return axis < 0 ? axis + rank : axis;
  }

  /** Number of indices of a part. */
  public static void partLength(int length) {
    if (length < 1) {
      throw new IllegalArgumentException(
          "split: a part must have at least one index\n  given  " + length);
    }
  }

  /** Position of a new axis, counted from 0. */
  public static int newAxis(String operation, int axis, Tensor x) {
    int places = x.ndim() + 1;
    if (axis < -places || axis >= places) {
      throw new IndexOutOfBoundsException(
          operation
              + ": there is no place "
              + axis
              + " for a new axis\n  given  "
              + x.signature()
              + ", places "
              + -places
              + " to "
              + (places - 1));
    }
    return axis < 0 ? axis + places : axis;
  }

  /** Index along an axis, counted from 0. */
  public static int position(String operation, int index, int axis, Tensor x) {
    int length = x.size(axis);
    if (index < -length || index >= length) {
      throw new IndexOutOfBoundsException(
          operation
              + ": index "
              + index
              + " is out of range for axis "
              + axis
              + " of length "
              + length
              + "\n  given  "
              + x.signature());
    }
    return index < 0 ? index + length : index;
  }

  /** One index for each axis. */
  public static int[] index(int[] index, Tensor x) {
    if (index.length != x.ndim()) {
      throw new IndexOutOfBoundsException(
          "at: there must be one index for each axis\n  index  "
              + Arrays.toString(index)
              + "\n  given  "
              + x.signature());
    }
    int[] positions = new int[index.length];
    Arrays.setAll(positions, axis -> position("at", index[axis], axis, x));
    return positions;
  }

  /** Every index in the range of an axis. */
  static void indices(String operation, IndexTensor index, int axis, Tensor x) {
    for (int i = 0; i < index.size(); i++) {
      position(operation, index.at(i), axis, x);
    }
  }

  /** All axes, by number. */
  public static int[] allAxes(Tensor x) {
    int[] axes = new int[x.ndim()];
    Arrays.setAll(axes, axis -> axis);
    return axes;
  }

  /** Each axis reduced. */
  static boolean[] all(Tensor x) {
    boolean[] reduced = new boolean[x.ndim()];
    Arrays.fill(reduced, true);
    return reduced;
  }

  /** Which axes are reduced. */
  public static boolean[] reduced(String operation, int[] axes, Tensor x) {
    boolean[] reduced = new boolean[x.ndim()];
    for (int axis : axes) {
      int a = axis(operation, axis, x);
      if (reduced[a]) {
        throw new IllegalArgumentException(
            operation
                + ": an axis can be named only once\n  axes   "
                + Arrays.toString(axes)
                + "\n  given  "
                + x.signature());
      }
      reduced[a] = true;
    }
    return reduced;
  }

  /** Which axes are reduced, none of them empty. */
  public static boolean[] reducedNotEmpty(String operation, int[] axes, Tensor x) {
    boolean[] reduced = reduced(operation, axes, x);
    for (int axis : Reduction.axes(reduced)) {
      ShapeCheck.axisNotEmpty(operation, axis, x);
    }
    return reduced;
  }

  /** A new order of all axes, counted from 0. */
  public static int[] order(int[] order, Tensor x) {
    boolean complete = order.length == x.ndim();
    int[] axes = complete ? order.clone() : new int[0];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = axis("permute", order[i], x);
    }
    if (!complete || Arrays.stream(axes).distinct().count() != axes.length) {
      throw new IllegalArgumentException(
          "permute: each axis must be named once\n  order  "
              + Arrays.toString(order)
              + "\n  given  "
              + x.signature());
    }
    return axes;
  }

  /** Steps of a slice must be positive. */
  static void step(int step, int axis, Tensor x) {
    if (step <= 0) {
      throw new IllegalArgumentException(
          "slice: the step must be greater than zero\n  step   "
              + step
              + " along axis "
              + axis
              + "\n  given  "
              + x.signature());
    }
  }
}
