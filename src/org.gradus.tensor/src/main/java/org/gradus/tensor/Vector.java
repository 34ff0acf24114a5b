package org.gradus.tensor;

import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.ops.Dot;
import org.gradus.tensor.internal.ops.Mv;
import org.gradus.tensor.internal.ops.ShapeCheck;

/**
 * Numbers along one named axis, the typed face of a tensor of rank 1.
 *
 * @param <A> the axis
 */
// [impl->shape~typed-product~1]
// [impl->shape~typed-reduction~1]
// [impl->shape~typed-broadcast~1]
// [impl->shape~typed-slice~1]
public final class Vector<A extends Axis> extends Elementwise<Vector<A>> {
  private final Tensor tensor;
  private final Dim<A> dim;

  private Vector(Dim<A> dim, Tensor tensor) {
    this.tensor = tensor;
    this.dim = dim;
    if (tensor.axisNames().isEmpty()) {
      tensor.nameAxes(dim.word());
    }
  }

  /**
   * Values along an axis.
   *
   * @throws ShapeException if their number is not the length of the axis
   */
  public static <A extends Axis> Vector<A> of(Dim<A> dim, double... values) {
    return of(dim, Tensor.of(values));
  }

  /**
   * A tensor whose axis is named.
   *
   * @throws ShapeException if the rank is not 1, or the length is not that of the axis
   */
  public static <A extends Axis> Vector<A> of(Dim<A> dim, Tensor tensor) {
    ShapeCheck.named("Vector.of", tensor, dim);
    return new Vector<>(dim, tensor);
  }

  /** Zeros. */
  public static <A extends Axis> Vector<A> zeros(Dim<A> dim) {
    return full(dim, 0);
  }

  /** Ones. */
  public static <A extends Axis> Vector<A> ones(Dim<A> dim) {
    return full(dim, 1);
  }

  /** One value everywhere. */
  public static <A extends Axis> Vector<A> full(Dim<A> dim, double value) {
    return new Vector<>(dim, Tensor.full(value, dim.length()));
  }

  /** Numbers drawn uniformly from [0, 1). */
  public static <A extends Axis> Vector<A> rand(Dim<A> dim, RandomGenerator random) {
    return new Vector<>(dim, Tensor.rand(random, dim.length()));
  }

  /** Numbers drawn from the normal distribution of mean 0 and deviation 1. */
  public static <A extends Axis> Vector<A> randn(Dim<A> dim, RandomGenerator random) {
    return new Vector<>(dim, Tensor.randn(random, dim.length()));
  }

  /** The axis with its length. */
  public Dim<A> dim() {
    return dim;
  }

  /** Number of elements. */
  public int length() {
    return dim.length();
  }

  /**
   * Element at an index.
   *
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  public Scalar at(int index) {
    return Scalar.of(tensor.select(0, index));
  }

  /**
   * Elements from {@code start} to {@code stop} (excluded), along an axis of a new name; bounds are
   * clipped. A view.
   */
  public <B extends Axis> Vector<B> slice(int start, int stop, Class<B> axis) {
    return along(axis, tensor.slice(0, start, stop));
  }

  /**
   * Elements in the order of an index, along an axis of a new name.
   *
   * @throws IndexOutOfBoundsException if an index is out of range
   * @throws ShapeException if the index has not rank 1
   */
  public <B extends Axis> Vector<B> at(IndexTensor index, Class<B> axis) {
    return along(axis, tensor.index(index));
  }

  private static <B extends Axis> Vector<B> along(Class<B> axis, Tensor tensor) {
    ShapeCheck.rank("Vector.at", 1, tensor);
    return new Vector<>(Dim.of(axis, tensor.size(0)), tensor);
  }

  /**
   * Inner product Σ aᵢ·bᵢ.
   *
   * @throws ShapeException if axis A has two lengths
   */
  public Scalar dot(Vector<A> b) {
    return Scalar.of(Tensor.apply(new Dot<>(this, b)));
  }

  /**
   * Row times matrix: [A]·[A, B] → [B].
   *
   * @throws ShapeException if axis A has two lengths
   */
  public <B extends Axis> Vector<B> matmul(Matrix<A, B> right) {
    ShapeCheck.typedProduct("matmul", tensor, right.tensor());
    return new Vector<>(right.columnDim(), Tensor.apply(new Mv<>(right.transpose(), this)));
  }

  /** Sum of the elements. */
  public Scalar sum() {
    return Scalar.of(tensor.sum());
  }

  /** Mean of the elements; NaN of none. */
  public Scalar mean() {
    return Scalar.of(tensor.mean());
  }

  /** Unbiased variance of the elements. */
  public Scalar var() {
    return Scalar.of(tensor.var());
  }

  /** Largest element. */
  public Scalar max() {
    return Scalar.of(tensor.max());
  }

  /** Smallest element. */
  public Scalar min() {
    return Scalar.of(tensor.min());
  }

  /** Matrix whose rows are all this: [B, A]. A view. */
  public <B extends Axis> Matrix<B, A> asRows(Dim<B> rows) {
    return Matrix.of(rows, dim, tensor.expand(rows.length(), length()));
  }

  /** Matrix whose columns are all this: [A, B]. A view. */
  public <B extends Axis> Matrix<A, B> asColumns(Dim<B> columns) {
    return Matrix.of(dim, columns, tensor.unsqueeze(1).expand(length(), columns.length()));
  }

  @Override
  public Tensor tensor() {
    return tensor;
  }

  @Override
  Vector<A> face(Tensor other) {
    return new Vector<>(dim, other);
  }

  @Override
  Vector<A> self() {
    return this;
  }

  @Override
  public String toString() {
    return tensor.toString();
  }
}
