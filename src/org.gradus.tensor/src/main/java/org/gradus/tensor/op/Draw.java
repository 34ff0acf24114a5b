package org.gradus.tensor.op;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Source of choices for test cases.
 *
 * <p>A sampler asks it for every length, axis and number. Behind it stands a random generator, or a
 * property-test engine that replays and shrinks: toward the least integer and the plainest number.
 */
public interface Draw {

  /** An integer from {@code least} to {@code most}, both included. */
  int between(int least, int most);

  /** A number from {@code low} (included) to {@code high} (excluded). */
  double real(double low, double high);

  /** One of several choices, the plainest first. */
  default <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }

  /** Yes or no; no is the plainer one. */
  default boolean yes() {
    return between(0, 1) == 1;
  }

  /** Draws from a random generator. */
  static Draw from(RandomGenerator random) {
    return new Draw() {
      @Override
      public int between(int least, int most) {
        return random.nextInt(least, most + 1);
      }

      @Override
      public double real(double low, double high) {
        return random.nextDouble(low, high);
      }
    };
  }
}
