package org.gradus.check;

/**
 * What an oracle has seen so far.
 *
 * @param oracle the oracle
 * @param numbers how many numbers were compared
 * @param telling how many of them would have shown, each alone, a relative error of {@value
 *     Comparison#TELLING}
 * @param failures how many of them disagreed
 * @param worstError largest relative error, of those that agreed and those that did not
 * @param sensitivity largest relative error, the same in every number, that could have gone
 *     unnoticed in all of them: the minimum of allowed / |expected|; infinite if all are 0
 */
public record Tally(
    Oracle oracle,
    long numbers,
    long telling,
    long failures,
    double worstError,
    double sensitivity) {

  /** One comparison. */
  static Tally of(Comparison comparison) {
    return new Tally(
        comparison.oracle(),
        1,
        comparison.isTelling() ? 1 : 0,
        comparison.agrees() ? 0 : 1,
        comparison.error(),
        comparison.sensitivity());
  }

  /** Both together. */
  Tally plus(Tally other) {
    return new Tally(
        oracle,
        numbers + other.numbers,
        telling + other.telling,
        failures + other.failures,
        Math.max(worstError, other.worstError),
        Math.min(sensitivity, other.sensitivity));
  }
}
