package org.gradus.learn.data;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.learn.Batches;
import org.gradus.tensor.IndexTensor;

/**
 * Batches of a data set, epoch by epoch.
 *
 * <pre>
 *   for (Batch&lt;X, Y&gt; batch : loader.epoch()) { … }        ⌈n/b⌉ batches, each row in exactly one
 * </pre>
 *
 * <p>A training loader draws a new order for each epoch, from its generator; a loader in order, for
 * evaluation, keeps that of the data. The last batch is short where b does not divide n. A batch
 * larger than the data is a batch of all of them: so one size serves a large part for training and
 * a small one for validation.
 *
 * @param <X> the inputs of a batch
 * @param <Y> the targets of a batch
 */
// [impl->learn~data-loader~1]
public final class DataLoader<X, Y> {

  private final Dataset<X, Y> dataset;
  private final int batchSize;
  private final Supplier<List<IndexTensor>> order;
  private final boolean fullOnly;

  private DataLoader(
      Dataset<X, Y> dataset, int batchSize, Supplier<List<IndexTensor>> order, boolean fullOnly) {
    this.dataset = dataset;
    this.batchSize = batchSize;
    this.order = order;
    this.fullOnly = fullOnly;
  }

  /**
   * Return a loader for training, whose rows are shuffled anew for each epoch.
   *
   * @param batchSize b ≥ 1, a count of samples; above n it counts as n
   * @param random the source of the orders; a batch of all rows does not ask it
   * @throws IllegalArgumentException if the batch size is not positive
   */
  public static <X, Y> DataLoader<X, Y> of(
      Dataset<X, Y> dataset, int batchSize, RandomGenerator random) {
    int size = sizeOf(dataset, batchSize);
    return new DataLoader<>(dataset, size, Batches.of(dataset.size(), size, random)::epoch, false);
  }

  /**
   * Return a loader for evaluation, whose rows keep their order.
   *
   * @param batchSize b ≥ 1, a count of samples; above n it counts as n
   * @throws IllegalArgumentException if the batch size is not positive
   */
  public static <X, Y> DataLoader<X, Y> inOrder(Dataset<X, Y> dataset, int batchSize) {
    int size = sizeOf(dataset, batchSize);
    IndexTensor all = IndexTensor.arange(dataset.size());
    return new DataLoader<>(
        dataset,
        size,
        () ->
            IntStream.rangeClosed(0, (dataset.size() - 1) / size)
                .mapToObj(i -> all.slice(i * size, i * size + size))
                .toList(),
        false);
  }

  private static int sizeOf(Dataset<?, ?> dataset, int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "data loader: a batch must have at least one row\n  given  "
              + batchSize
              + "\ngive 1 for single samples, "
              + dataset.size()
              + " for all rows at once");
    }
    return Math.min(batchSize, dataset.size());
  }

  /**
   * Return a loader that leaves the short batch at the end of each epoch out. Its rows are others
   * in each epoch where the order is drawn.
   */
  public DataLoader<X, Y> withFullBatchesOnly() {
    return new DataLoader<>(dataset, batchSize, order, true);
  }

  /** Return the data. */
  public Dataset<X, Y> dataset() {
    return dataset;
  }

  /** Count the samples of a full batch, min(b, n). */
  public int batchSize() {
    return batchSize;
  }

  /** Count the batches of an epoch: ⌈n/b⌉, or ⌊n/b⌋ with full batches only. */
  public int batchCount() {
    int n = dataset.size();
    return fullOnly ? n / batchSize : (n - 1) / batchSize + 1;
  }

  /**
   * Begin the next epoch: draw the order now, take the rows of each batch when it is asked for.
   *
   * <p>To iterate a second time over what is returned is to see the same batches again.
   */
  public Iterable<Batch<X, Y>> epoch() {
    List<IndexTensor> batches = order.get().subList(0, batchCount());
    return () -> batches.stream().map(dataset::rows).iterator();
  }
}
