package org.gradus.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a wrong derivative, beside what they should be.
 *
 * @param expected what oracles say, one number for each entry
 * @param actual what is claimed
 * @param x the element of the operand that each entry belongs to
 * @param names name of that element, such as {@code x[2]}
 * @param operands name of the operand that each entry belongs to
 * @param y values of the function
 * @param columns number of entries in a row of a matrix, such as a Jacobian; 0 where the entries
 *     are no matrix
 * @param alternatives what known mistakes would give
 */
public record Evidence(
    double[] expected,
    double[] actual,
    double[] x,
    List<String> names,
    List<String> operands,
    double[] y,
    int columns,
    List<Alternative> alternatives) {
  private static final double SAME = 1e-6;
  private static final double NEGLIGIBLE = 1e-9;

  /**
   * What a known mistake would give.
   *
   * @param sentence what to tell somebody whose numbers these are
   * @param numbers the entries
   */
  public record Alternative(String sentence, double[] numbers) {}

  /** Entries of a gradient of a function with one value by one operand called x. */
  public static Evidence ofGradient(double[] expected, double[] actual, double[] x, double y) {
    List<String> names = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      names.add("x[" + i + "]");
      operands.add("x");
    }
    return new Evidence(expected, actual, x, names, operands, new double[] {y}, 0, List.of());
  }

  /** Number of entries. */
  int size() {
    return expected.length;
  }

  /** Whether two numbers are the same, in the light of the largest entry. */
  boolean same(double a, double b) {
    double size = Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= SAME * size + NEGLIGIBLE * largest();
  }

  /** Whether all entries of what is claimed are these. */
  boolean actualIs(double[] numbers) {
    for (int i = 0; i < size(); i++) {
      if (!same(actual[i], numbers[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether one entry is as it should be. */
  boolean right(int i) {
    return same(expected[i], actual[i]);
  }

  /** Whether an entry is more than rounding. */
  boolean counts(int i) {
    return Math.abs(expected[i]) > SAME * largest();
  }

  /** How many entries are more than rounding. */
  int counting() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += counts(i) ? 1 : 0;
    }
    return count;
  }

  /** The largest expected entry. */
  double largest() {
    double largest = 0;
    for (double entry : expected) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }
}
