package org.gradus.learn.data;

import org.gradus.tensor.IndexTensor;

/** The indices of rows, and what they choose. */
final class RowIndices {

  private RowIndices() {}

  /**
   * Count the rows of inputs and targets.
   *
   * @throws DataException if there is none, or they are not equally many
   */
  static int count(int[] x, int[] y) {
    if (x.length == 0 || y.length == 0 || x[0] != y[0] || x[0] == 0) {
      throw DataException.notOneTargetASample(x, y);
    }
    return x[0];
  }

  /**
   * Demand rows that are there.
   *
   * @throws DataException if there is no index, they do not stand along one axis, or one is not
   *     from 0 to n − 1
   */
  static void check(String what, IndexTensor rows, int n) {
    if (rows.shape().length != 1 || rows.size() == 0) {
      throw DataException.noListOfRows(what, rows.shape());
    }
    for (int row : rows.toArray()) {
      if (row < 0 || row >= n) {
        throw DataException.noSuchRow(what, row, n);
      }
    }
  }

  /**
   * Choose rows of integers.
   *
   * @param y integers, [n, …]
   * @param rows indices from 0 to n − 1, [b]
   * @return integers, [b, …]
   */
  static IndexTensor choose(IndexTensor y, IndexTensor rows) {
    int[] shape = y.shape();
    int width = y.size() / shape[0];
    int[] chosen = new int[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < width; j++) {
        chosen[i * width + j] = y.at(rows.at(i) * width + j);
      }
    }
    shape[0] = rows.size();
    return IndexTensor.of(shape, chosen);
  }
}
