package org.gradus.learn.metric;

import java.util.Arrays;

/**
 * Sums over the batches of an epoch, several side by side.
 *
 * <pre>
 *   sᵢ ← sᵢ + vᵢ        from 0, in the order of the calls        s, v: [n]
 * </pre>
 *
 * <p>Typically the loss times the size of a batch, the number of correct answers, and the size: two
 * quotients are then the mean loss and the accuracy of the epoch, short batch or not.
 */
// [impl->learn~accumulator~1]
public final class Accumulator {

  private final double[] sums;

  private Accumulator(int n) {
    this.sums = new double[n];
  }

  /**
   * Return sums that are zero.
   *
   * @param n how many, a count
   * @throws IllegalArgumentException if n is not positive
   */
  public static Accumulator of(int n) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "accumulator: there must be at least one sum\n  given  " + n);
    }
    return new Accumulator(n);
  }

  /**
   * Add a value to each sum, the first to the first.
   *
   * @throws IllegalArgumentException if there is not one value a sum
   */
  public void add(double... values) {
    if (values.length != sums.length) {
      throw new IllegalArgumentException(
          "add: there must be one value a sum\n  sums    %d\n  values  %d"
              .formatted(sums.length, values.length));
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }

  /**
   * Return a sum, counted from 0.
   *
   * @throws IndexOutOfBoundsException if there is no such sum
   */
  public double at(int i) {
    return sums[i];
  }

  /** Begin again from zeros. */
  public void reset() {
    Arrays.fill(sums, 0);
  }

  @Override
  public String toString() {
    return "Accumulator" + Arrays.toString(sums);
  }
}
