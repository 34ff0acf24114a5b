package org.gradus.learn.train;

/** What is told of a training while it goes on. */
// [impl->learn~learner~1]
public interface Callback {

  /**
   * A moment within an epoch.
   *
   * @param epoch from 1
   * @param epochs of the whole training, a count
   * @param batch that was just learned from, from 1
   * @param batches of the epoch, a count
   * @param loss the mean loss of the epoch so far
   */
  record Moment(int epoch, int epochs, int batch, int batches, double loss) {}

  /** Hear of a batch that was just learned from. */
  default void afterBatch(Moment moment) {}

  /**
   * Hear of an epoch that has ended.
   *
   * @param history of all epochs, the last being the one that has ended
   * @return whether the training should end here
   */
  default boolean afterEpoch(History history) {
    return false;
  }
}
