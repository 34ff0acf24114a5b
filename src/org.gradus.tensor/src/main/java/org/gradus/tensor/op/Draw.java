package org.gradus.tensor.op;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Source of choices for test cases.
 *
 * <p>A sampler asks it for everything. The <em>structure</em> of a case, its ranks, lengths, axes,
 * flags and options, comes from {@link #between}, {@link #oneOf}, {@link #yes}, {@link #rarely},
 * {@link #rank} and {@link #length}; <em>values</em>, elements, indices, labels and which piece of
 * a domain, come from {@link #whole} and {@link #real}. No structure depends on a value, so that
 * the structures of small cases are a finite tree, which can be walked whole.
 *
 * <p>Behind it stands a random generator, or a property-test engine that replays and shrinks,
 * toward the least integer and the plainest number, or a walk through all structures.
 */
public interface Draw {

  /** A choice of structure: an integer from {@code least} to {@code most}, both included. */
  int between(int least, int most);

  /** A value: a number from {@code low} (included) to {@code high} (excluded). */
  double real(double low, double high);

  /** A value: an integer from {@code least} to {@code most}, both included. */
  default int whole(int least, int most) {
    return between(least, most);
  }

  /** A choice of structure: one of several, the plainest first. */
  default <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }

  /** A choice of structure: yes or no; no is the plainer one. */
  default boolean yes() {
    return between(0, 1) == 1;
  }

  /** A choice of structure: yes once in {@code draws} draws, else no. */
  default boolean rarely(int draws) {
    return between(1, draws) == draws;
  }

  /**
   * Tell that a choice is the value of an option of the operation, such as an exponent, an axis or
   * a reduction: so it can be seen whether the cases try enough of them.
   *
   * @param name name of the option, as the operation calls it
   * @param chosen the value, which has {@code equals}
   * @return the value
   */
  default <T extends Object> T option(String name, T chosen) {
    return chosen;
  }

  /**
   * A choice of structure: a number of axes, where {@code most} may be more than small cases have.
   */
  default int rank(int least, int most) {
    return between(least, most);
  }

  /**
   * A choice of structure: the length of an axis, from {@code least} to 4, or {@code least} where
   * that is more; zero is one draw in sixteen.
   */
  default int length(int least) {
    if (least > 0) {
      return between(least, Math.max(least, 4));
    }
    int drawn = between(1, 16);
    return drawn == 16 ? 0 : 1 + (drawn - 1) % 4;
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
