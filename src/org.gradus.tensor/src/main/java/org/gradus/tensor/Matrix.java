package org.gradus.tensor;

import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.ops.MatMul;
import org.gradus.tensor.internal.ops.Mv;
import org.gradus.tensor.internal.ops.ShapeCheck;

/**
 * Numbers along two named axes, the typed face of a tensor of rank 2.
 *
 * <p>A product joins equal axes, a transpose swaps them, and all else keeps them: what does not fit
 * does not compile.
 *
 * @param <A> axis of the rows
 * @param <B> axis of the columns
 */
// [impl->shape~typed-product~1]
// [impl->shape~typed-reduction~1]
// [impl->shape~typed-transpose~1]
// [impl->shape~typed-broadcast~1]
// [impl->shape~typed-slice~1]
public final class Matrix<A extends Axis, B extends Axis> extends Elementwise<Matrix<A, B>> {
  private final Tensor tensor;
  private final Dim<A> rowDim;
  private final Dim<B> columnDim;

  private Matrix(Dim<A> rowDim, Dim<B> columnDim, Tensor tensor) {
    this.tensor = tensor;
    this.rowDim = rowDim;
    this.columnDim = columnDim;
    if (tensor.axisNames().isEmpty()) {
      tensor.nameAxes(rowDim.word(), columnDim.word());
    }
  }

  /**
   * Values in row-major order.
   *
   * @throws ShapeException if their number is not the product of the lengths
   */
  public static <A extends Axis, B extends Axis> Matrix<A, B> of(
      Dim<A> rows, Dim<B> columns, double... values) {
    ShapeCheck.count("Matrix.of", values.length, rows, columns);
    return new Matrix<>(
        rows, columns, Tensor.over(values.clone(), rows.length(), columns.length()));
  }

  /**
   * A tensor whose axes are named.
   *
   * @throws ShapeException if the rank is not 2, or a length is not that of its axis
   */
  public static <A extends Axis, B extends Axis> Matrix<A, B> of(
      Dim<A> rows, Dim<B> columns, Tensor tensor) {
    ShapeCheck.named("Matrix.of", tensor, rows, columns);
    return new Matrix<>(rows, columns, tensor);
  }

  /** Zeros. */
  public static <A extends Axis, B extends Axis> Matrix<A, B> zeros(Dim<A> rows, Dim<B> columns) {
    return full(rows, columns, 0);
  }

  /** Ones. */
  public static <A extends Axis, B extends Axis> Matrix<A, B> ones(Dim<A> rows, Dim<B> columns) {
    return full(rows, columns, 1);
  }

  /** One value everywhere. */
  public static <A extends Axis, B extends Axis> Matrix<A, B> full(
      Dim<A> rows, Dim<B> columns, double value) {
    return new Matrix<>(rows, columns, Tensor.full(value, rows.length(), columns.length()));
  }

  /** Identity matrix. */
  public static <A extends Axis> Matrix<A, A> eye(Dim<A> dim) {
    return new Matrix<>(dim, dim, Tensor.eye(dim.length()));
  }

  /** Numbers drawn uniformly from [0, 1). */
  public static <A extends Axis, B extends Axis> Matrix<A, B> rand(
      Dim<A> rows, Dim<B> columns, RandomGenerator random) {
    return new Matrix<>(rows, columns, Tensor.rand(random, rows.length(), columns.length()));
  }

  /** Numbers drawn from the normal distribution of mean 0 and deviation 1. */
  public static <A extends Axis, B extends Axis> Matrix<A, B> randn(
      Dim<A> rows, Dim<B> columns, RandomGenerator random) {
    return new Matrix<>(rows, columns, Tensor.randn(random, rows.length(), columns.length()));
  }

  /** Axis of the rows with its length. */
  public Dim<A> rowDim() {
    return rowDim;
  }

  /** Axis of the columns with its length. */
  public Dim<B> columnDim() {
    return columnDim;
  }

  /**
   * One row. A view.
   *
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  public Vector<B> row(int index) {
    return Vector.of(columnDim, tensor.select(0, index));
  }

  /**
   * One column. A view.
   *
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  public Vector<A> column(int index) {
    return Vector.of(rowDim, tensor.select(1, index));
  }

  /**
   * Rows from {@code start} to {@code stop} (excluded), along an axis of a new name; bounds are
   * clipped. A view.
   */
  public <C extends Axis> Matrix<C, B> rows(int start, int stop, Class<C> axis) {
    Tensor part = tensor.slice(0, start, stop);
    return new Matrix<>(Dim.of(axis, part.size(0)), columnDim, part);
  }

  /**
   * Columns from {@code start} to {@code stop} (excluded), along an axis of a new name; bounds are
   * clipped. A view.
   */
  public <C extends Axis> Matrix<A, C> columns(int start, int stop, Class<C> axis) {
    Tensor part = tensor.slice(1, start, stop);
    return new Matrix<>(rowDim, Dim.of(axis, part.size(1)), part);
  }

  /**
   * Rows in the order of an index, along an axis of a new name; an index may repeat.
   *
   * @throws IndexOutOfBoundsException if an index is out of range
   * @throws ShapeException if the index has not rank 1
   */
  public <C extends Axis> Matrix<C, B> rows(IndexTensor index, Class<C> axis) {
    Tensor part = tensor.index(index);
    return of(Dim.of(axis, index.size()), columnDim, part);
  }

  /** The axes swapped. A view. */
  public Matrix<B, A> transpose() {
    return new Matrix<>(columnDim, rowDim, tensor.t());
  }

  /**
   * Matrix product: [A, B]·[B, C] → [A, C].
   *
   * @throws ShapeException if axis B has two lengths
   */
  public <C extends Axis> Matrix<A, C> matmul(Matrix<B, C> right) {
    return new Matrix<>(rowDim, right.columnDim, Tensor.apply(new MatMul<>(this, right)));
  }

  /**
   * Matrix times vector: [A, B]·[B] → [A].
   *
   * @throws ShapeException if axis B has two lengths
   */
  public Vector<A> matmul(Vector<B> right) {
    ShapeCheck.typedProduct("matmul", tensor, right.tensor());
    return mv(right);
  }

  /**
   * Matrix times vector, {@link #matmul(Vector)} under a name of its own: javac's message about a
   * wrong vector is shorter.
   *
   * @throws ShapeException if axis B has two lengths
   */
  public Vector<A> mv(Vector<B> x) {
    return Vector.of(rowDim, Tensor.apply(new Mv<>(this, x)));
  }

  /**
   * A vector added to each row.
   *
   * @throws ShapeException if axis B has two lengths
   */
  public Matrix<A, B> addRow(Vector<B> row) {
    return add(eachRow("addRow", row));
  }

  /**
   * A vector subtracted from each row.
   *
   * @throws ShapeException if axis B has two lengths
   */
  public Matrix<A, B> subRow(Vector<B> row) {
    return sub(eachRow("subRow", row));
  }

  /**
   * Each row multiplied by a vector, element by element.
   *
   * @throws ShapeException if axis B has two lengths
   */
  public Matrix<A, B> mulRow(Vector<B> row) {
    return mul(eachRow("mulRow", row));
  }

  /**
   * Each row divided by a vector, element by element.
   *
   * @throws ShapeException if axis B has two lengths
   */
  public Matrix<A, B> divRow(Vector<B> row) {
    return div(eachRow("divRow", row));
  }

  /**
   * A vector added to each column.
   *
   * @throws ShapeException if axis A has two lengths
   */
  public Matrix<A, B> addColumn(Vector<A> column) {
    return add(eachColumn("addColumn", column));
  }

  /**
   * A vector subtracted from each column.
   *
   * @throws ShapeException if axis A has two lengths
   */
  public Matrix<A, B> subColumn(Vector<A> column) {
    return sub(eachColumn("subColumn", column));
  }

  /**
   * Each column multiplied by a vector, element by element.
   *
   * @throws ShapeException if axis A has two lengths
   */
  public Matrix<A, B> mulColumn(Vector<A> column) {
    return mul(eachColumn("mulColumn", column));
  }

  /**
   * Each column divided by a vector, element by element.
   *
   * @throws ShapeException if axis A has two lengths
   */
  public Matrix<A, B> divColumn(Vector<A> column) {
    return div(eachColumn("divColumn", column));
  }

  private Matrix<A, B> eachRow(String operation, Vector<B> row) {
    ShapeCheck.oneLength(operation, row.length() == columnDim.length(), tensor, row.tensor());
    return row.asRows(rowDim);
  }

  private Matrix<A, B> eachColumn(String operation, Vector<A> column) {
    ShapeCheck.oneLength(operation, column.length() == rowDim.length(), tensor, column.tensor());
    return column.asColumns(columnDim);
  }

  /** Sum of all elements. */
  public Scalar sum() {
    return Scalar.of(tensor.sum());
  }

  /** Mean of all elements; NaN of none. */
  public Scalar mean() {
    return Scalar.of(tensor.mean());
  }

  /** Sum over axis A, of each column: [A, B] → [B]. */
  public Vector<B> columnSums() {
    return Vector.of(columnDim, tensor.sum(0));
  }

  /** Sum over axis B, of each row: [A, B] → [A]. */
  public Vector<A> rowSums() {
    return Vector.of(rowDim, tensor.sum(1));
  }

  /** Mean over axis A, of each column: [A, B] → [B]. */
  public Vector<B> columnMeans() {
    return Vector.of(columnDim, tensor.mean(0));
  }

  /** Mean over axis B, of each row: [A, B] → [A]. */
  public Vector<A> rowMeans() {
    return Vector.of(rowDim, tensor.mean(1));
  }

  /** Softmax along axis B, of each row; each sums to 1. */
  public Matrix<A, B> rowSoftmax() {
    return face(tensor.softmax(1));
  }

  /** Logarithm of the softmax along axis B, of each row. */
  public Matrix<A, B> rowLogSoftmax() {
    return face(tensor.logSoftmax(1));
  }

  /** ln Σ exp x over axis B, of each row, without overflow: [A, B] → [A]. */
  public Vector<A> rowLogSumExp() {
    return Vector.of(rowDim, tensor.logSumExp(1));
  }

  @Override
  public Tensor tensor() {
    return tensor;
  }

  @Override
  Matrix<A, B> face(Tensor other) {
    return new Matrix<>(rowDim, columnDim, other);
  }

  @Override
  Matrix<A, B> self() {
    return this;
  }

  @Override
  public String toString() {
    return tensor.toString();
  }
}
