package org.gradus.learn.data;

import java.util.function.Function;
import org.gradus.tensor.IndexTensor;

/**
 * A data set in memory.
 *
 * @param size n, a count
 * @param take how rows are taken, once their indices are checked
 */
// [impl->learn~dataset~1]
record Samples<X, Y>(int size, Function<IndexTensor, Batch<X, Y>> take) implements Dataset<X, Y> {

  @Override
  public Batch<X, Y> rows(IndexTensor rows) {
    RowIndices.check("rows", rows, size);
    return take.apply(rows);
  }
}
