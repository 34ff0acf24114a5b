package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.kernel.Access;
import org.gradus.tensor.internal.kernel.Change;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.internal.kernel.NdArray;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.internal.ops.AxisCheck;
import org.gradus.tensor.internal.ops.Cat;
import org.gradus.tensor.internal.ops.Expand;
import org.gradus.tensor.internal.ops.Gather;
import org.gradus.tensor.internal.ops.IndexSelect;
import org.gradus.tensor.internal.ops.MaskedFill;
import org.gradus.tensor.internal.ops.MeanSquare;
import org.gradus.tensor.internal.ops.Permute;
import org.gradus.tensor.internal.ops.Products;
import org.gradus.tensor.internal.ops.Reshape;
import org.gradus.tensor.internal.ops.Select;
import org.gradus.tensor.internal.ops.ShapeCheck;
import org.gradus.tensor.internal.ops.Slice;
import org.gradus.tensor.internal.ops.Squeeze;
import org.gradus.tensor.internal.ops.Stack;
import org.gradus.tensor.internal.ops.Transpose;
import org.gradus.tensor.internal.ops.Unsqueeze;
import org.gradus.tensor.internal.ops.Where;
import org.gradus.tensor.op.Op;
import org.jspecify.annotations.Nullable;

/**
 * Array of doubles of any rank, with the operation that made it.
 *
 * <p>Elements are stored row-major, the last axis running fastest. Axes are counted from 0; a
 * negative axis or index counts from the end. Operations follow the semantics of PyTorch and NumPy:
 * elementwise ones broadcast, aligned at the last axis; views share storage and see each other's
 * changes in place.
 */
// [impl->tensor~factories~1]
// [impl->tensor~elements~1]
public final class Tensor extends Axiswise {
  static {
    Kernels.connect(
        new Access() {
          @Override
          public NdArray array(Tensor tensor) {
            return tensor.array;
          }

          @Override
          public Tensor tensor(NdArray array) {
            return new Tensor(array);
          }
        });
  }

  private final NdArray array;
  private @Nullable History history;
  private @Nullable String name;
  private List<String> axes = List.of();

  private Tensor(NdArray array) {
    this.array = array;
  }

  // ---------------------------------------------------------------- factories

  /** Vector of the given values. */
  public static Tensor of(double... values) {
    return over(values.clone(), values.length);
  }

  /**
   * Matrix of the given rows.
   *
   * @throws ShapeException if the rows differ in length; the message names the first that does
   */
  public static Tensor of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * columns];
    for (int row = 0; row < rows.length; row++) {
      ShapeCheck.rowLength(row, rows[row].length, columns);
      System.arraycopy(rows[row], 0, values, row * columns, columns);
    }
    return over(values, rows.length, columns);
  }

  /** Tensor of rank 0. */
  public static Tensor scalar(double value) {
    return over(new double[] {value});
  }

  /**
   * Zeros of a shape.
   *
   * @throws ShapeException if a length is negative
   */
  public static Tensor zeros(int... shape) {
    return full(0, shape);
  }

  /**
   * Ones of a shape.
   *
   * @throws ShapeException if a length is negative
   */
  public static Tensor ones(int... shape) {
    return full(1, shape);
  }

  /**
   * One value everywhere.
   *
   * @throws ShapeException if a length is negative
   */
  public static Tensor full(double value, int... shape) {
    ShapeCheck.lengths("full", shape);
    double[] values = new double[Shapes.size(shape)];
    Arrays.fill(values, value);
    return over(values, shape.clone());
  }

  /**
   * Identity matrix, n × n.
   *
   * @throws ShapeException if {@code n} is negative
   */
  public static Tensor eye(int n) {
    ShapeCheck.lengths("eye", n);
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i * (n + 1)] = 1;
    }
    return over(values, n, n);
  }

  /** 0, 1, …, up to {@code stop} (excluded). */
  public static Tensor arange(double stop) {
    return arange(0, stop, 1);
  }

  /**
   * start, start + step, …, up to {@code stop} (excluded).
   *
   * <pre>
   *   n = ⌈(stop − start)/step⌉      xᵢ = start + i·step
   * </pre>
   *
   * @throws ShapeException if {@code step} is zero or leads away from {@code stop}
   */
  public static Tensor arange(double start, double stop, double step) {
    ShapeCheck.range(start, stop, step);
    double[] values = new double[(int) Math.ceil((stop - start) / step)];
    Arrays.setAll(values, i -> start + i * step);
    return over(values, values.length);
  }

  /**
   * Numbers drawn uniformly from [0, 1).
   *
   * @throws ShapeException if a length is negative
   */
  public static Tensor rand(RandomGenerator random, int... shape) {
    ShapeCheck.lengths("rand", shape);
    return Random.uniform(0, 1, random, shape.clone());
  }

  /**
   * Numbers drawn from the normal distribution of mean 0 and deviation 1.
   *
   * @throws ShapeException if a length is negative
   */
  public static Tensor randn(RandomGenerator random, int... shape) {
    ShapeCheck.lengths("randn", shape);
    return Random.normal(0, 1, random, shape.clone());
  }

  /**
   * Run an operation and record it: the way for operations of one's own.
   *
   * @throws ShapeException if the operands do not fit
   */
  public static Tensor apply(Op<?> op) {
    return Engine.apply(op);
  }

  // ---------------------------------------------------------------- shape and elements

  /** Number of axes, the rank. */
  public int ndim() {
    return array.layout().rank();
  }

  /**
   * Length of an axis.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public int size(int axis) {
    return array.shape()[AxisCheck.axis("size", axis, this)];
  }

  /**
   * Element at an index.
   *
   * @throws IndexOutOfBoundsException if the index has another number of entries than this has
   *     axes, or is out of range
   */
  public double at(int... index) {
    return array.at(AxisCheck.index(index, this));
  }

  /**
   * The only element.
   *
   * @throws ShapeException if there is not exactly one
   */
  public double item() {
    ShapeCheck.single(this);
    return array.toArray()[0];
  }

  /** Whether the elements lie densely in row-major order. */
  public boolean isContiguous() {
    return array.layout().isRowMajor();
  }

  /** Whether several elements share one place in memory, as after {@link #expand}. */
  public boolean overlaps() {
    return array.layout().overlaps();
  }

  /** Whether this and {@code other} share storage. */
  public boolean sharesStorageWith(Tensor other) {
    return array.storage() == other.array.storage();
  }

  /** Name the axes for messages. */
  public Tensor named(String tensorName, String... axisNames) {
    rename(tensorName);
    axes = List.of(axisNames);
    return this;
  }

  // ---------------------------------------------------------------- views

  /**
   * One index of an axis; the axis is dropped. A view.
   *
   * @throws IndexOutOfBoundsException if there is no such axis or index
   */
  public Tensor select(int axis, int index) {
    int a = AxisCheck.axis("select", axis, this);
    return apply(new Select(this, a, AxisCheck.position("select", index, a, this)));
  }

  /**
   * Indices from {@code start} to {@code stop} (excluded) of an axis. A view.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Tensor slice(int axis, int start, int stop) {
    return slice(axis, start, stop, 1);
  }

  /**
   * Every {@code step}-th index from {@code start} to {@code stop} (excluded) of an axis; bounds
   * past an end are clipped. A view.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if {@code step} is not positive
   */
  public Tensor slice(int axis, int start, int stop, int step) {
    int a = AxisCheck.axis("slice", axis, this);
    return apply(Slice.clipped(this, a, start, stop, step));
  }

  /**
   * The first {@code n} indices of axis 0, fewer if there are fewer. A view.
   *
   * @throws IndexOutOfBoundsException if this has rank 0
   */
  public Tensor first(int n) {
    return slice(0, 0, n);
  }

  /**
   * Every index of an axis, each as by {@link #select}. Views, none of which can be changed in
   * place while it is recorded.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  // [impl->autograd~views-of-one~1]
  public List<Tensor> unbind(int axis) {
    int a = AxisCheck.axis("unbind", axis, this);
    List<Tensor> parts = new ArrayList<>();
    for (int index = 0; index < size(a); index++) {
      parts.add(Engine.apply(new Select(this, a, index), "unbind"));
    }
    return parts;
  }

  /**
   * Parts of {@code length} indices of an axis, the last one shorter if they do not come out even.
   * Views, none of which can be changed in place while it is recorded.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if {@code length} is not positive
   */
  // [impl->autograd~views-of-one~1]
  public List<Tensor> split(int axis, int length) {
    int a = AxisCheck.axis("split", axis, this);
    AxisCheck.partLength(length);
    List<Tensor> parts = new ArrayList<>();
    int start = 0;
    do {
      parts.add(Engine.apply(Slice.clipped(this, a, start, start + length, 1), "split"));
      start += length;
    } while (start < size(a));
    return parts;
  }

  /**
   * Two axes exchanged. A view.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Tensor transpose(int a, int b) {
    return apply(
        new Transpose(
            this, AxisCheck.axis("transpose", a, this), AxisCheck.axis("transpose", b, this)));
  }

  /**
   * The matrix transposed. A view.
   *
   * @throws ShapeException if the rank is not 2
   */
  public Tensor t() {
    ShapeCheck.rank("t", 2, this);
    return transpose(0, 1);
  }

  /**
   * Axes in another order: axis i of the result is axis {@code order[i]} of this. A view.
   *
   * @throws IllegalArgumentException if {@code order} does not name each axis once
   */
  public Tensor permute(int... order) {
    return apply(new Permute(this, AxisCheck.order(order, this)));
  }

  /**
   * The same elements under another shape; one length may be −1 and is computed. A view where
   * strides allow, else a copy.
   *
   * @throws ShapeException if the number of elements differs, or cannot be computed
   */
  public Tensor reshape(int... shape) {
    return apply(Reshape.of(this, ShapeCheck.reshape("reshape", shape, this)));
  }

  /**
   * The same elements under another shape, never a copy.
   *
   * @throws ShapeException if the number of elements differs, or the strides do not allow a view
   */
  public Tensor view(int... shape) {
    int[] target = ShapeCheck.reshape("view", shape, this);
    ShapeCheck.viewable(target, this);
    return apply(new Reshape(this, target));
  }

  /** One axis in place of all. A view where strides allow, else a copy. */
  // [impl->op~flatten~1]
  public Tensor flatten() {
    return reshape(-1);
  }

  /**
   * One axis in place of those from {@code first} to {@code last}, both included. A view where
   * strides allow, else a copy.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if {@code last} comes before {@code first}
   */
  public Tensor flatten(int first, int last) {
    return reshape(ShapeCheck.flattened(first, last, this));
  }

  /**
   * Repeated along new leading axes and along axes of length one; −1 keeps a length. A view that
   * cannot be changed in place.
   *
   * @throws ShapeException if another axis would change its length
   */
  public Tensor expand(int... shape) {
    return apply(new Expand(this, ShapeCheck.expand(shape, this)));
  }

  /** Without all axes of length one. A view. */
  public Tensor squeeze() {
    return reshape(Arrays.stream(array.shape()).filter(length -> length != 1).toArray());
  }

  /**
   * Without an axis of length one; an axis of another length stays. A view.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Tensor squeeze(int axis) {
    return apply(new Squeeze(this, AxisCheck.axis("squeeze", axis, this)));
  }

  /**
   * With a new axis of length one at position {@code axis}. A view.
   *
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public Tensor unsqueeze(int axis) {
    return apply(new Unsqueeze(this, AxisCheck.newAxis("unsqueeze", axis, this)));
  }

  // ---------------------------------------------------------------- products

  /**
   * Matrix product, of all ranks: rank 1 on the left is a row, on the right a column; leading axes
   * are batches and broadcast.
   *
   * <pre>
   *   [k]·[k] → []   [n, k]·[k] → [n]   [k]·[k, m] → [m]   [n, k]·[k, m] → [n, m]
   *   […, n, k]·[…, k, m] → […, n, m]
   * </pre>
   *
   * @throws ShapeException if the inner axes differ, batches do not broadcast, or a rank is 0; the
   *     message offers a swap or a transpose that works
   */
  public Tensor matmul(Tensor right) {
    return Products.matmul(this, right);
  }

  /**
   * Matrix times vector: [n, k]·[k] → [n].
   *
   * @throws ShapeException if the ranks are not 2 and 1, or the inner axes differ
   */
  public Tensor mv(Tensor x) {
    return Products.mv(this, x);
  }

  /**
   * Inner product: [k]·[k] → [].
   *
   * @throws ShapeException if the ranks are not 1, or the lengths differ
   */
  public Tensor dot(Tensor b) {
    return Products.dot(this, b);
  }

  /**
   * Mean squared error of this prediction ŷ.
   *
   * <pre>
   *   L = Σ (ŷᵢ − yᵢ)² / n
   * </pre>
   *
   * @throws ShapeException if the shapes differ: nothing is broadcast in a loss
   */
  public Tensor mse(Tensor y) {
    return apply(new MeanSquare(this, y, LossReduction.MEAN));
  }

  // ---------------------------------------------------------------- choosing and joining

  /**
   * Slices of axis 0 in the order of an index, whose axes take its place; an index may repeat, a
   * negative one counts from the end.
   *
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public Tensor index(IndexTensor index) {
    return apply(IndexSelect.checked("index", this, 0, index));
  }

  /**
   * Slices of an axis in the order of an index, whose axes take its place.
   *
   * @throws IndexOutOfBoundsException if there is no such axis, or an index is out of range
   */
  public Tensor indexSelect(int axis, IndexTensor index) {
    return apply(IndexSelect.checked("indexSelect", this, axis, index));
  }

  /**
   * Elements along an axis, each chosen by an index of its own: {@code y[i, j] = x[i, index[i, j]]}
   * along axis 1. The result has the shape of the index; an index may repeat, a negative one counts
   * from the end.
   *
   * @throws IndexOutOfBoundsException if there is no such axis, or an index is out of range
   * @throws ShapeException if the index has another rank than this, or is longer along another axis
   */
  public Tensor gather(int axis, IndexTensor index) {
    return apply(Gather.checked(this, axis, index));
  }

  /**
   * {@code value} where {@code mask} is not zero, else this; both broadcast, and the mask gets no
   * gradient.
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public Tensor maskedFill(Tensor mask, double value) {
    return apply(new MaskedFill(this, mask, value));
  }

  /**
   * {@code a} where {@code condition} is not zero, else {@code b}; all broadcast, and the condition
   * gets no gradient.
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Tensor where(Tensor condition, Tensor a, Tensor b) {
    return apply(new Where(condition, a, b));
  }

  /**
   * Tensors joined along an axis.
   *
   * @throws ShapeException if there is none, or they differ in more than the length of that axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static Tensor cat(List<Tensor> tensors, int axis) {
    return apply(Cat.checked(tensors, axis));
  }

  /**
   * Tensors of one shape joined along a new axis.
   *
   * @throws ShapeException if there is none, or their shapes differ
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public static Tensor stack(List<Tensor> tensors, int axis) {
    return apply(Stack.checked(tensors, axis));
  }

  // ---------------------------------------------------------------- inside

  /** Tensor over values that are taken and not copied. */
  static Tensor over(double[] values, int... shape) {
    return new Tensor(NdArray.of(values, shape));
  }

  @Override
  public Tensor tensor() {
    return this;
  }

  @Override
  Tensor face(Tensor tensor) {
    return tensor;
  }

  @Override
  Tensor self() {
    return this;
  }

  NdArray array() {
    return array;
  }

  int[] shapeCopy() {
    return array.shape().clone();
  }

  Tensor alias() {
    Tensor alias = new Tensor(array);
    alias.history().origin(Origin.detached(Mode.current()), false);
    return alias;
  }

  void rename(String newName) {
    name = newName;
  }

  Optional<String> givenName() {
    return Optional.ofNullable(name);
  }

  void nameAxes(String... names) {
    axes = Arrays.stream(names).allMatch(String::isEmpty) ? List.of() : List.of(names);
  }

  List<String> axes() {
    return Collections.unmodifiableList(axes);
  }

  String label() {
    List<String> lengths = new ArrayList<>();
    int[] shape = array.shape();
    for (int axis = 0; axis < shape.length; axis++) {
      String axisName = axes.size() == shape.length ? axes.get(axis) : "";
      lengths.add(axisName.isEmpty() ? "" + shape[axis] : axisName + "=" + shape[axis]);
    }
    return (name == null ? "" : name + " : ") + lengths;
  }

  /** Made when it is first asked for. */
  History history() {
    History present = history;
    if (present == null) {
      present = new History(this);
      history = present;
    }
    return present;
  }

  /** The latest change in place that this, its views and its detached aliases have seen. */
  Optional<Change> lastChange() {
    return array.storage().lastChange();
  }

  Layout layout() {
    return array.layout();
  }

  /** Elements in nested brackets, then what the graph knows of this. */
  @Override
  public String toString() {
    return Printer.print(this);
  }
}
