package org.gradus.learn.data;

import org.gradus.learn.Sample;
import org.gradus.tensor.Axis;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * Samples that are counted, and taken by the indices of their rows.
 *
 * <pre>
 *   rows(i₁ … i_b) = ((x[i₁], y[i₁]) … (x[i_b], y[i_b]))        0 ≤ i &lt; n
 * </pre>
 *
 * <p>Taking rows copies them, so that a change of a batch leaves the data as they are. One's own
 * kind of data, a folder of images for example, implements the two methods.
 *
 * @param <X> the inputs of a batch
 * @param <Y> the targets of a batch
 */
// [impl->learn~dataset~1]
public interface Dataset<X, Y> {

  /** Count the samples, n ≥ 1. */
  int size();

  /**
   * Take rows in the order of their indices; one may be taken twice.
   *
   * @param rows indices from 0 to n − 1, [b] with b ≥ 1
   * @throws DataException if there is no index, they do not stand along one axis, or one is out of
   *     range
   */
  Batch<X, Y> rows(IndexTensor rows);

  /** Take all rows in their order. */
  default Batch<X, Y> all() {
    return rows(IndexTensor.arange(size()));
  }

  /**
   * Return the data set of some rows, whose row k is row {@code rows[k]} of this one.
   *
   * @param rows indices from 0 to n − 1, [m] with m ≥ 1
   * @throws DataException under the conditions of {@link #rows}
   */
  default Dataset<X, Y> subset(IndexTensor rows) {
    RowIndices.check("subset", rows, size());
    return new Samples<>(rows.size(), chosen -> rows(RowIndices.choose(rows, chosen)));
  }

  /**
   * Return samples of any shape with a class each.
   *
   * @param x inputs, [n, …]
   * @param y classes, [n, …]
   * @throws DataException if there is no row, or the inputs and the classes are not equally many
   */
  static Dataset<Tensor, IndexTensor> of(Tensor x, IndexTensor y) {
    int n = RowIndices.count(x.shape(), y.shape());
    return new Samples<>(
        n, rows -> new Batch<>(x.index(rows), RowIndices.choose(y, rows), rows.size()));
  }

  /**
   * Return samples of any shape with targets of any shape.
   *
   * @param x inputs, [n, …]
   * @param y targets, [n, …]
   * @throws DataException if there is no row, or the inputs and the targets are not equally many
   */
  static Dataset<Tensor, Tensor> of(Tensor x, Tensor y) {
    int n = RowIndices.count(x.shape(), y.shape());
    return new Samples<>(n, rows -> new Batch<>(x.index(rows), y.index(rows), rows.size()));
  }

  /**
   * Return rows of features with a class each.
   *
   * @param x inputs, [n, F]
   * @param y classes, [n, …]
   * @throws DataException if there is no row, or the inputs and the classes are not equally many
   */
  static <F extends Axis> Dataset<Matrix<Sample, F>, IndexTensor> of(
      Matrix<Sample, F> x, IndexTensor y) {
    int n = RowIndices.count(x.shape(), y.shape());
    return new Samples<>(
        n,
        rows -> new Batch<>(x.rows(rows, Sample.class), RowIndices.choose(y, rows), rows.size()));
  }

  /**
   * Return rows of features with a number each, for regression.
   *
   * @param x inputs, [n, F]
   * @param y targets, [n]
   * @throws DataException if there is no row, or the inputs and the targets are not equally many
   */
  static <F extends Axis> Dataset<Matrix<Sample, F>, Vector<Sample>> of(
      Matrix<Sample, F> x, Vector<Sample> y) {
    int n = RowIndices.count(x.shape(), y.shape());
    return new Samples<>(
        n, rows -> new Batch<>(x.rows(rows, Sample.class), y.at(rows, Sample.class), rows.size()));
  }

  /**
   * Return rows of features with a row of numbers each, for regression of several targets at once.
   *
   * @param x inputs, [n, F]
   * @param y targets, [n, G]
   * @throws DataException if there is no row, or the inputs and the targets are not equally many
   */
  static <F extends Axis, G extends Axis> Dataset<Matrix<Sample, F>, Matrix<Sample, G>> of(
      Matrix<Sample, F> x, Matrix<Sample, G> y) {
    int n = RowIndices.count(x.shape(), y.shape());
    return new Samples<>(
        n,
        rows -> new Batch<>(x.rows(rows, Sample.class), y.rows(rows, Sample.class), rows.size()));
  }
}
