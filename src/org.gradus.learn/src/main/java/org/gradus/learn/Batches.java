package org.gradus.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.tensor.IndexTensor;

/**
 * The division of n rows into batches of b, drawn anew for each epoch.
 *
 * <pre>
 *   b = n        one batch, all rows in their order: batch gradient descent
 *   1 &lt; b &lt; n    ⌈n/b⌉ batches, the last one short where b does not divide n
 *   b = 1        n batches: the textbook's stochastic gradient descent
 * </pre>
 *
 * <p>An epoch holds each row exactly once. The mean gradient of batches of equal size is the
 * gradient of all rows, so that a step on a batch is, on average, a step on everything.
 */
// [impl->learn~batches~1]
public final class Batches {

  private final int rows;
  private final int size;
  private final RandomGenerator random;

  private Batches(int rows, int size, RandomGenerator random) {
    this.rows = rows;
    this.size = size;
    this.random = random;
  }

  /**
   * Return batches of a size.
   *
   * @param rows n, a count
   * @param size b, a count
   * @param random the source of the order of the rows; a batch of all rows does not ask it
   * @throws IllegalArgumentException if there is no row, or the size is not from 1 to n
   */
  public static Batches of(int rows, int size, RandomGenerator random) {
    if (rows < 1) {
      throw new IllegalArgumentException(
          "batches: there must be at least one row\n  given  " + rows);
    }
    if (size < 1 || size > rows) {
      throw new IllegalArgumentException(
          """
          batches: a batch must have at least one row and at most all
            rows   %d
            batch  %d
          give %d for batch gradient descent"""
              .formatted(rows, size, rows));
    }
    return new Batches(rows, size, random);
  }

  /** Count the batches of an epoch, ⌈n/b⌉. */
  public int count() {
    return (rows - 1) / size + 1;
  }

  /** Draw the batches of the next epoch: the indices of their rows. */
  public List<IndexTensor> epoch() {
    IndexTensor order =
        size == rows ? IndexTensor.arange(rows) : IndexTensor.permutation(rows, random);
    List<IndexTensor> batches = new ArrayList<>(count());
    for (int i = 0; i < count(); i++) {
      batches.add(order.slice(i * size, i * size + size));
    }
    return batches;
  }
}
