package org.gradus.learn.internal;

/** What must hold of a number that is chosen and not learned, and the message where it does not. */
public final class HyperparameterCheck {

  private HyperparameterCheck() {}

  /**
   * Check a number that must be finite and at least 0.
   *
   * @param owner what the number belongs to, as messages name it
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public static void notNegative(String owner, String name, double value, String example) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          """
          %s: the %s must be finite and not negative
            given  %s
          try %s"""
              .formatted(owner, name, value, example));
    }
  }

  /**
   * Check a number that must be finite.
   *
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public static void finite(String owner, String name, double value, String example) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          """
          %s: the %s must be finite
            given  %s
          try %s"""
              .formatted(owner, name, value, example));
    }
  }

  /**
   * Check the share that a running mean keeps of its old value.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1, 1 excluded
   */
  public static void share(String owner, String name, double value, String example) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          """
          %s: the %s must be at least 0 and below 1
            given  %s
          try %s"""
              .formatted(owner, name, value, example));
    }
  }

  /**
   * Check a portion of a whole.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public static void portion(String owner, String name, double value, String example) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          """
          %s: the %s must be from 0 to 1
            given  %s
          try %s"""
              .formatted(owner, name, value, example));
    }
  }

  /**
   * Check a count that must be at least 1.
   *
   * @throws IllegalArgumentException if it is 0 or negative
   */
  public static void positive(String owner, String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "%s: the %s must be at least 1\n  given  %d".formatted(owner, name, value));
    }
  }
}
