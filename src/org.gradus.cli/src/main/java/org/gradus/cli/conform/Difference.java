package org.gradus.cli.conform;

/** How a result differs from the one that is expected. */
public sealed interface Difference {

  /** What differs, in words: the output, or the gradient by an input. */
  String part();

  /**
   * Two numbers differ by more than is allowed.
   *
   * @param position index on each axis
   * @param error what {@code allowed} bounds: relative to the number or the largest of its tensor
   */
  record OfNumbers(
      String part, int[] position, double expected, double actual, double error, double allowed)
      implements Difference {}

  /** Two shapes differ. */
  record OfShapes(String part, int[] expected, int[] actual) implements Difference {}

  /**
   * Something is there and should not be, or the other way round.
   *
   * @param isExpected whether it should be there
   */
  record OfPresence(String part, boolean isExpected) implements Difference {}

  /**
   * Gradus has refused the call.
   *
   * @param message why
   */
  record Refusal(String part, String message) implements Difference {}
}
