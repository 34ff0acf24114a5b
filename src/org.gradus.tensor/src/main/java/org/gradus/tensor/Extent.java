package org.gradus.tensor;

/**
 * A count of places in each direction of a plane.
 *
 * @param height along the axis before the last, the rows
 * @param width along the last axis, the columns
 */
public record Extent(int height, int width) {

  /** As tall as wide: {@code 3}; else {@code 3×2}. */
  @Override
  public String toString() {
    return height == width ? "" + height : height + "×" + width;
  }

  /**
   * This, if neither count is below a bound.
   *
   * @throws IllegalArgumentException if one is
   */
  Extent atLeast(int least, String what) {
    if (height < least || width < least) {
      throw new IllegalArgumentException(
          what + ": must be at least " + least + " in both directions\n  given  " + this);
    }
    return this;
  }
}
