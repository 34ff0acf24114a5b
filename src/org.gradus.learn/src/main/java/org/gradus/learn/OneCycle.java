package org.gradus.learn;

/** A learning rate that rises once and falls once, see {@link Schedule#oneCycle}. */
record OneCycle(int steps) implements Schedule {

  private static final double RISING = 0.3;
  private static final double FIRST_DIVISOR = 25;
  private static final double LAST_DIVISOR = 1e4;
  private static final int FEWEST = 10;

  static OneCycle of(int steps) {
    if (steps < FEWEST) {
      throw new IllegalArgumentException(
          """
          one-cycle schedule: there must be at least %d steps to rise and to fall
            given  %d"""
              .formatted(FEWEST, steps));
    }
    return new OneCycle(steps);
  }

  @Override
  public double learningRate(double first, int t) {
    if (t >= steps) {
      throw new IllegalArgumentException(
          """
          one-cycle schedule: its end must not be passed
            steps  %d
            asked  step %d
          give it as many steps as are taken"""
              .formatted(steps, t));
    }
    double low = first / FIRST_DIVISOR;
    double peak = RISING * steps - 1;
    double end = steps - 1;
    return t <= peak
        ? wave(low, first, t / peak)
        : wave(first, low / LAST_DIVISOR, (t - peak) / (end - peak));
  }

  /** Half a wave from one rate to another, s going from 0 to 1. */
  private static double wave(double from, double to, double s) {
    return to + (from - to) / 2 * (1 + Math.cos(Math.PI * s));
  }
}
