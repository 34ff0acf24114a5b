package org.gradus.check;

/**
 * What an oracle has seen so far.
 *
 * @param oracle the oracle
 * @param numbers how many numbers were compared
 * @param failures how many of them disagreed
 * @param worstError largest relative error among those that agreed or not
 * @param sensitivity smallest relative error that would have been noticed in at least one number
 */
public record Tally(
    Oracle oracle, long numbers, long failures, double worstError, double sensitivity) {

  /** Nothing seen yet. */
  static Tally none(Oracle oracle) {
    return new Tally(oracle, 0, 0, 0, Double.POSITIVE_INFINITY);
  }

  /** One more comparison. */
  Tally with(Comparison comparison) {
    return new Tally(
        oracle,
        numbers + 1,
        failures + (comparison.agrees() ? 0 : 1),
        Math.max(worstError, comparison.error()),
        Math.min(sensitivity, comparison.sensitivity()));
  }

  /** Both together. */
  Tally plus(Tally other) {
    return new Tally(
        oracle,
        numbers + other.numbers,
        failures + other.failures,
        Math.max(worstError, other.worstError),
        Math.min(sensitivity, other.sensitivity));
  }
}
