package org.gradus.learn.train;

/**
 * The end of a training whose validation loss no longer falls.
 *
 * <p>It asks the history alone, so that a training that is resumed ends where it would have ended.
 *
 * @param patience epochs without a new least validation loss after which to end, a count
 */
// [impl->learn~early-stopping~1]
public record EarlyStopping(int patience) implements Callback {

  /**
   * Check the patience.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException(
          "early stopping: the patience must be at least one epoch\n  given  " + patience);
    }
  }

  /**
   * Return whether the least validation loss is so many epochs ago.
   *
   * @throws IllegalStateException if nothing was measured on held-out data
   */
  @Override
  public boolean afterEpoch(History history) {
    int best =
        history
            .best(EpochRecord.VALIDATION_LOSS)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        """
                        early stopping: there must be a validation loss, and the history has none
                        give the learner held-out data: validating(…)"""));
    return history.size() - best >= patience;
  }
}
