package org.gradus.check;

import java.util.List;

/**
 * What the oracles say to a claimed derivative.
 *
 * @param line the claim
 * @param comparisons what was compared; nothing at a kink
 * @param derivative what differences say
 * @param sides what differences from both sides say
 * @param step step at which they say it, in units of the line's direction
 */
record Judgement(
    Line line, List<Comparison> comparisons, Derivative derivative, Sides sides, double step) {
  /** Stated error, relative to the derivative, of differences that may accuse. */
  private static final double SURE = 1e-7;

  boolean isKink() {
    return sides.kink();
  }

  boolean agrees() {
    return comparisons.stream().allMatch(Comparison::agrees);
  }

  /** Whether differences state so small an error that a disagreement can be trusted. */
  boolean isSure() {
    double value = Math.abs(derivative.value());
    return derivative.error() <= SURE * (value > 0 ? value : Math.abs(line.claimed()));
  }
}
