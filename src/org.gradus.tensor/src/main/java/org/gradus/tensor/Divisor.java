package org.gradus.tensor;

/** What the sum of a window is divided by, for a mean. */
public sealed interface Divisor {

  /** A number of places of the window. */
  enum Counted implements Divisor {
    /** Taps that meet an element or padding. */
    WITH_PADDING,

    /** Taps that meet an element. */
    ELEMENTS
  }

  /**
   * The same number for every window.
   *
   * @param value the number
   */
  record Fixed(int value) implements Divisor {
    /**
     * Check the number.
     *
     * @throws IllegalArgumentException if it is zero
     */
    public Fixed {
      if (value == 0) {
        throw new IllegalArgumentException("divisor of a window: must not be zero\n  given  0");
      }
    }
  }
}
