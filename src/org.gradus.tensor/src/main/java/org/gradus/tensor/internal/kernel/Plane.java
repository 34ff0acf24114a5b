package org.gradus.tensor.internal.kernel;

/**
 * The way of a window over a plane, the last two axes of a tensor.
 *
 * <p>Windows, taps and elements are numbered in row-major order.
 *
 * @param rows along the height
 * @param columns along the width
 */
public record Plane(Slide rows, Slide columns) {

  /** Number of elements of the plane. */
  public int size() {
    return rows.length() * columns.length();
  }

  /** Number of windows. */
  public int windows() {
    return rows.windows() * columns.windows();
  }

  /** Number of taps of a window. */
  int taps() {
    return rows.taps() * columns.taps();
  }

  /** What is done for neighboring windows of a row, of which one tap meets elements. */
  interface Span {
    /**
     * @param tap the tap
     * @param window the first of the windows
     * @param count number of windows
     * @param element what the tap of the first window meets; for the next window it is {@code
     *     columns.stride()} further
     */
    void at(int tap, int window, int count, int element);
  }

  /** Visit every tap of every window that meets an element; padding is left out. */
  void spans(Span body) {
    for (int rowTap = 0; rowTap < rows.taps(); rowTap++) {
      for (int columnTap = 0; columnTap < columns.taps(); columnTap++) {
        int first = columns.firstWindow(columnTap);
        int count = columns.endWindow(columnTap) - first;
        for (int row = rows.firstWindow(rowTap); row < rows.endWindow(rowTap) && count > 0; row++) {
          body.at(
              rowTap * columns.taps() + columnTap,
              row * columns.windows() + first,
              count,
              rows.position(row, rowTap) * columns.length() + columns.position(first, columnTap));
        }
      }
    }
  }
}
