package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Shapes;

/**
 * What must hold of shapes, axes and indices before an operation runs, and the message where it
 * does not.
 */
// [impl->shape~one-name-one-length~1]
// [impl->tensor~messages~1]
public final class ShapeCheck {
  private ShapeCheck() {}

  // ---------------------------------------------------------------- two operands

  /** Lengths must be equal, or one of them 1, when aligned at the last axis. */
  static void broadcast(String operation, Tensor a, Tensor b) {
    if (Shapes.broadcast(a.shape(), b.shape()).isPresent()) {
      return;
    }
    throw new ShapeException(
        operation
            + ": lengths must be equal, or one of them 1, aligned at the last axis: "
            + Clash.broadcast(a, b)
            + operands(a, b)
            + BroadcastRemedy.offer(a, b));
  }

  /** The other operand of a change in place must broadcast to the shape of the target. */
  public static void fits(String operation, Tensor target, Tensor other) {
    if (!Shapes.expands(other.shape(), target.shape())) {
      throw new ShapeException(
          operation
              + ": a change in place keeps the shape of its target, to which the other operand must"
              + " broadcast: "
              + Clash.into(target, other)
              + "\n  target  "
              + target.signature()
              + "\n  other   "
              + other.signature()
              + BroadcastRemedy.inPlace(operation, target, other));
    }
  }

  /** A condition and what it chooses from must broadcast together. */
  static void choice(Tensor condition, Tensor a, Tensor b) {
    together(
        "where: the condition and both choices must broadcast together",
        List.of("condition", "a", "b"),
        List.of(condition, a, b));
  }

  /**
   * Several operands must broadcast together.
   *
   * @param rule the operation and what must hold
   * @param roles what each operand is to the operation
   */
  static void together(String rule, List<String> roles, List<Tensor> operands) {
    if (Shapes.broadcast(operands.stream().map(Tensor::shape).toList()).isPresent()) {
      return;
    }
    int width = roles.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder given = new StringBuilder();
    List<Rearranged> changeable = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      String role = roles.get(i);
      given.append("\n  ").append(role).append(" ".repeat(width + 2 - role.length()));
      given.append(operands.get(i).signature());
      changeable.add(Rearranged.of(operands.get(i), role));
    }
    throw new ShapeException(
        rule
            + ", aligned at the last axis: "
            + Clash.together(roles, operands)
            + given
            + BroadcastRemedy.among(changeable));
  }

  /** Shapes must be equal. */
  static void same(String operation, Tensor a, Tensor b) {
    if (!Arrays.equals(a.shape(), b.shape())) {
      throw new ShapeException(
          operation
              + ": both operands must have the same shape; nothing is broadcast here"
              + operands(a, b)
              + BroadcastRemedy.equal(a, b));
    }
  }

  /** The inner axes of a product must have equal length, and its batches must broadcast. */
  static void product(String operation, Tensor a, Tensor b) {
    product(operation, a, b, ProductRemedy::offer);
  }

  /** The inner axis of a typed product must have one length; no other product would compile. */
  public static void typedProduct(String operation, Tensor a, Tensor b) {
    product(operation, a, b, (left, right) -> "");
  }

  private static void product(
      String operation, Tensor a, Tensor b, BiFunction<Tensor, Tensor, String> remedy) {
    if (Shapes.matmul(a.shape(), b.shape()).isEmpty()) {
      throw new ShapeException(
          operation + ": " + Clash.product(a, b) + operands(a, b) + remedy.apply(a, b));
    }
  }

  /** Axes of one name must have one length: typed faces do not broadcast. */
  public static void oneLength(String operation, boolean holds, Tensor a, Tensor b) {
    if (!holds) {
      throw new ShapeException(
          operation + ": axes of one name must have one length" + operands(a, b));
    }
  }

  /** Two operands of given ranks. */
  static void ranks(String operation, int leftRank, Tensor a, int rightRank, Tensor b) {
    if (a.ndim() != leftRank || b.ndim() != rightRank) {
      throw new ShapeException(
          operation
              + ": the operands must have rank "
              + leftRank
              + " and rank "
              + rightRank
              + operands(a, b)
              + ProductRemedy.ranks(operation, a, b));
    }
  }

  private static String operands(Tensor a, Tensor b) {
    String left = a.signature();
    String right = b.signature();
    return "\n  left   " + left + "\n  right  " + right;
  }

  // ---------------------------------------------------------------- one operand

  /** Lengths of a new tensor must not be negative. */
  public static void lengths(String operation, int... shape) {
    for (int length : shape) {
      if (length < 0) {
        throw new ShapeException(
            operation + ": lengths must not be negative\n  given  " + Arrays.toString(shape));
      }
    }
  }

  /** A rank. */
  public static void rank(String operation, int rank, Tensor x) {
    if (x.ndim() != rank) {
      throw new ShapeException(
          operation + ": the rank must be " + rank + "\n  given  " + x.signature());
    }
  }

  /** At least the two axes of a matrix. */
  static void matrices(String operation, Tensor x) {
    if (x.ndim() < 2) {
      throw new ShapeException(
          operation + ": there must be at least two axes\n  given  " + x.signature());
    }
  }

  /** An index of the operand's rank, and no longer than it along every axis but one. */
  static void gatherable(IndexTensor index, int axis, Tensor x) {
    int[] shape = index.shape();
    boolean holds = shape.length == x.ndim();
    for (int a = 0; holds && a < shape.length; a++) {
      holds = a == axis || shape[a] <= x.size(a);
    }
    if (!holds) {
      throw new ShapeException(
          "gather: the index must have the rank of the operand, and be no longer than it along any"
              + " axis but "
              + axis
              + "\n  index  "
              + Arrays.toString(shape)
              + "\n  given  "
              + x.signature());
    }
  }

  /** Rows of a literal must have one length. */
  public static void rowLength(int row, int length, int columns) {
    if (length != columns) {
      throw new ShapeException(
          "Tensor.of: all rows must have the length of the first, "
              + columns
              + "\n  row "
              + row
              + " has length "
              + length);
    }
  }

  /** The step of a range must lead from start to stop, and all three be finite. */
  public static void range(double start, double stop, double step) {
    boolean leads = step > 0 && stop >= start || step < 0 && stop <= start;
    if (!leads || !Double.isFinite(stop - start) || !Double.isFinite(step)) {
      throw new ShapeException(
          "arange: the step must lead from start to stop, all three finite\n  start  "
              + start
              + "\n  stop   "
              + stop
              + "\n  step   "
              + step);
    }
  }

  /** Exactly one element. */
  public static void single(Tensor x) {
    if (x.numel() != 1) {
      throw new ShapeException(
          "item: there must be exactly one element\n  given  "
              + x.signature()
              + " with "
              + x.numel());
    }
  }

  /** At least one element. */
  public static void notEmpty(String operation, Tensor x) {
    if (x.numel() == 0) {
      throw new ShapeException(
          operation + ": there is no element to choose from\n  given  " + x.signature());
    }
  }

  /** At least one element along an axis. */
  public static void axisNotEmpty(String operation, int axis, Tensor x) {
    if (x.size(axis) == 0) {
      throw new ShapeException(
          operation
              + ": axis "
              + axis
              + " has no element to choose from\n  given  "
              + x.signature());
    }
  }

  // ---------------------------------------------------------------- new shapes

  /** A shape with the same number of elements; one length of −1 is computed. */
  public static int[] reshape(String operation, int[] shape, Tensor x) {
    int[] target = shape.clone();
    int unknown = -1;
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == -1 && unknown < 0) {
        unknown = axis;
        target[axis] = 1;
      } else if (shape[axis] < 0) {
        throw reshapeException(
            operation, "at most one length can be −1, and none other negative", shape, x);
      }
    }
    int known = Shapes.size(target);
    if (unknown >= 0 && known > 0) {
      target[unknown] = x.numel() / known;
    }
    if (unknown >= 0 && known == 0 || Shapes.size(target) != x.numel()) {
      throw reshapeException(operation, "the number of elements must stay " + x.numel(), shape, x);
    }
    return target;
  }

  private static ShapeException reshapeException(
      String operation, String rule, int[] shape, Tensor x) {
    return new ShapeException(
        operation
            + ": "
            + rule
            + "\n  shape  "
            + Arrays.toString(shape)
            + "\n  given  "
            + x.signature());
  }

  /** Strides that allow a view of another shape. */
  public static void viewable(int[] shape, Tensor x) {
    if (Kernels.layout(x).reshape(shape).isEmpty()) {
      throw new ShapeException(
          "view: the elements do not lie in the order that a view needs\n  shape  "
              + Arrays.toString(shape)
              + "\n  given  "
              + x.signature()
              + "\ncall reshape(), which copies where it must");
    }
  }

  /** Shape with some neighboring axes joined. */
  public static int[] flattened(int first, int last, Tensor x) {
    int from = AxisCheck.axis("flatten", first, x);
    int to = AxisCheck.axis("flatten", last, x);
    if (to < from) {
      throw new ShapeException(
          "flatten: the last axis must not come before the first\n  first  "
              + first
              + "\n  last   "
              + last
              + "\n  given  "
              + x.signature());
    }
    int[] shape = x.shape();
    int joined = Shapes.size(Arrays.copyOfRange(shape, from, to + 1));
    int[] head = Shapes.append(Arrays.copyOf(shape, from), joined);
    int[] target = Arrays.copyOf(head, head.length + shape.length - to - 1);
    System.arraycopy(shape, to + 1, target, head.length, shape.length - to - 1);
    return target;
  }

  /** A shape that only lengths of one grow to; −1 keeps a length. */
  public static int[] expand(int[] shape, Tensor x) {
    int[] target = shape.clone();
    int lead = shape.length - x.ndim();
    for (int axis = Math.max(lead, 0); axis < shape.length; axis++) {
      target[axis] = shape[axis] == -1 ? x.size(axis - lead) : shape[axis];
    }
    if (lead < 0
        || Arrays.stream(target).anyMatch(length -> length < 0)
        || !Shapes.expands(x.shape(), target)) {
      throw new ShapeException(
          "expand: only new leading axes and axes of length 1 can grow\n  shape  "
              + Arrays.toString(shape)
              + "\n  given  "
              + x.signature());
    }
    return target;
  }

  /** A shape that expands to that of {@code x}. */
  public static void sumTo(int[] shape, Tensor x) {
    if (!Shapes.expands(shape, x.shape())) {
      throw new ShapeException(
          "sumTo: the shape must be one that expands to the operand's\n  shape  "
              + Arrays.toString(shape)
              + "\n  given  "
              + x.signature());
    }
  }

  // ---------------------------------------------------------------- several operands, named axes

  /** At least one tensor. */
  static void some(String operation, List<Tensor> tensors) {
    if (tensors.isEmpty()) {
      throw new ShapeException(operation + ": there must be at least one tensor\n  given  none");
    }
  }

  /** Tensors that differ at most in the length of one axis. */
  static void joinable(List<Tensor> tensors, int axis) {
    int[] first = tensors.get(0).shape();
    for (Tensor x : tensors) {
      int[] shape = x.shape();
      if (shape.length != first.length
          || !Arrays.equals(Shapes.replace(shape, axis), Shapes.replace(first, axis))) {
        throw new ShapeException(
            "cat: tensors may differ only in the length of axis "
                + axis
                + operands(tensors.get(0), x));
      }
    }
  }

  /** Lengths that are those of the named axes. */
  public static void named(String operation, Tensor x, Dim<?>... dims) {
    int[] lengths = Arrays.stream(dims).mapToInt(Dim::length).toArray();
    if (!Arrays.equals(lengths, x.shape())) {
      throw new ShapeException(
          operation
              + ": the tensor must have the lengths of the axes\n  axes   "
              + Arrays.toString(dims)
              + "\n  given  "
              + Arrays.toString(x.shape()));
    }
  }

  /** Number of values that fills the named axes. */
  public static void count(String operation, int count, Dim<?>... dims) {
    int size = Shapes.size(Arrays.stream(dims).mapToInt(Dim::length).toArray());
    if (count != size) {
      throw new ShapeException(
          operation
              + ": axes of "
              + Arrays.toString(dims)
              + " take "
              + size
              + " values\n  given  "
              + count);
    }
  }
}
