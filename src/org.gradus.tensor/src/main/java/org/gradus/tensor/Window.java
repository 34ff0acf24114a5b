package org.gradus.tensor;

/**
 * A window that slides over a plane, for pooling.
 *
 * <pre>
 *   Window.of(3).stride(2).padding(1)
 * </pre>
 *
 * @param kernel taps of the window
 * @param stride places from a window to the next
 * @param padding places added around the plane; they hold no element
 * @param dilation places from a tap to the next
 * @param partial whether a last window may reach beyond the padding (the ceil mode)
 */
public record Window(
    Extent kernel, Extent stride, Extent padding, Extent dilation, boolean partial) {

  /**
   * Check the counts.
   *
   * @throws IllegalArgumentException if kernel, stride or dilation is below 1, or padding below 0
   */
  public Window {
    kernel.atLeast(1, "kernel of a window");
    stride.atLeast(1, "stride of a window");
    padding.atLeast(0, "padding of a window");
    dilation.atLeast(1, "dilation of a window");
  }

  /**
   * A square window whose stride is its size, so that windows neither overlap nor leave a gap.
   *
   * @throws IllegalArgumentException if the size is below 1
   */
  public static Window of(int size) {
    return of(size, size);
  }

  /**
   * A window whose stride is its size.
   *
   * @throws IllegalArgumentException if a length is below 1
   */
  public static Window of(int height, int width) {
    Extent kernel = new Extent(height, width);
    return new Window(kernel, kernel, new Extent(0, 0), new Extent(1, 1), false);
  }

  /**
   * This with another stride.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Window stride(int both) {
    return stride(both, both);
  }

  /**
   * This with another stride.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public Window stride(int height, int width) {
    return new Window(kernel, new Extent(height, width), padding, dilation, partial);
  }

  /**
   * This with padding on all four sides.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public Window padding(int both) {
    return padding(both, both);
  }

  /**
   * This with padding above and below, and to the left and the right.
   *
   * @throws IllegalArgumentException if one is below 0
   */
  public Window padding(int height, int width) {
    return new Window(kernel, stride, new Extent(height, width), dilation, partial);
  }

  /**
   * This with another dilation.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Window dilation(int both) {
    return dilation(both, both);
  }

  /**
   * This with another dilation.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public Window dilation(int height, int width) {
    return new Window(kernel, stride, padding, new Extent(height, width), partial);
  }

  /**
   * This, with a last window where elements would be left over; it may reach beyond the padding.
   */
  public Window ceil() {
    return new Window(kernel, stride, padding, dilation, true);
  }
}
