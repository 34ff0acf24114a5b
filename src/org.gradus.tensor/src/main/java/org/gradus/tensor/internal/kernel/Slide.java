package org.gradus.tensor.internal.kernel;

/**
 * The way of a window along one axis.
 *
 * <pre>
 *   position(window, tap) = window·stride + tap·dilation − padding      0 ≤ window &lt; windows, 0 ≤ tap &lt; taps
 * </pre>
 *
 * <p>A position below 0 or from {@code length} on lies in the padding.
 *
 * @param length length of the axis
 * @param taps places of the window that are read
 * @param stride distance from a window to the next
 * @param padding places before the first element, and as many after the last
 * @param dilation distance from a tap to the next
 * @param windows number of windows
 */
public record Slide(int length, int taps, int stride, int padding, int dilation, int windows) {

  /**
   * As many windows as fit into the padded axis.
   *
   * <pre>
   *   windows = ⌊(length + 2·padding − reach)/stride⌋ + 1      reach = (taps − 1)·dilation + 1
   * </pre>
   *
   * @param partial whether a last window may reach beyond the padding, if it starts before the
   *     padding behind the elements
   */
  public static Slide of(
      int length, int taps, int stride, int padding, int dilation, boolean partial) {
    long reach = (taps - 1L) * dilation + 1;
    long room = length + 2L * padding - reach + (partial ? stride - 1L : 0);
    long windows = Math.floorDiv(room, (long) stride) + 1;
    if (partial && (windows - 1) * stride >= length + (long) padding) {
      windows--;
    }
    int count = (int) Math.max(0, Math.min(windows, Integer.MAX_VALUE));
    return new Slide(length, taps, stride, padding, dilation, count);
  }

  /** Places from the first tap of a window to its last, both included. */
  public long reach() {
    return (taps - 1L) * dilation + 1;
  }

  int position(int window, int tap) {
    return window * stride + tap * dilation - padding;
  }

  /** The first window whose tap meets an element. */
  int firstWindow(int tap) {
    return first(padding - tap * dilation, stride);
  }

  /** The window after the last whose tap meets an element. */
  int endWindow(int tap) {
    return end(length - 1 + padding - tap * dilation, stride, windows);
  }

  /** The first tap of a window that meets an element. */
  int firstTap(int window) {
    return first(padding - window * stride, dilation);
  }

  /** The tap after the last of a window that meets an element. */
  int endTap(int window) {
    return end(length - 1 + padding - window * stride, dilation, taps);
  }

  /** Number of taps of a window that meet an element. */
  public int elements(int window) {
    return Math.max(0, endTap(window) - firstTap(window));
  }

  /** Number of taps of a window that meet an element or padding, and do not reach beyond. */
  public int places(int window) {
    return end(length - 1 + 2 * padding - window * stride, dilation, taps);
  }

  /** The first multiple of a step that gets over a distance. */
  private static int first(int distance, int step) {
    return Math.max(0, -Math.floorDiv(-distance, step));
  }

  /** Number of multiples of a step, from 0, that stay within a distance. */
  private static int end(int distance, int step, int most) {
    return Math.max(0, Math.min(most, Math.floorDiv(distance, step) + 1));
  }
}
