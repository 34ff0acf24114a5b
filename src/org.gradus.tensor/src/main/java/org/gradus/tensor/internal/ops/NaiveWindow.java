package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Extent;
import org.gradus.tensor.Window;
import org.gradus.tensor.op.Draw;

/**
 * A window that slides over the last two axes, place by place: for definitions, which share no code
 * with the kernels, and for samplers.
 */
record NaiveWindow(Window window) {

  /** Shape with the windows of a plane in place of the plane, counted one by one. */
  int[] shape(int... shape) {
    int[] result = shape.clone();
    int last = shape.length - 1;
    result[last - 1] = new Side(window, true).count(shape[last - 1]);
    result[last] = new Side(window, false).count(shape[last]);
    return result;
  }

  /** Index that a tap of the window at {@code at} reads; it may lie outside of the plane. */
  int[] place(int[] at, int row, int column) {
    int[] index = at.clone();
    int last = at.length - 1;
    index[last - 1] = new Side(window, true).place(at[last - 1], row);
    index[last] = new Side(window, false).place(at[last], column);
    return index;
  }

  /** All indices that the taps of the window at {@code at} read, those outside among them. */
  List<int[]> places(int... at) {
    List<int[]> places = new ArrayList<>();
    for (int row = 0; row < window.kernel().height(); row++) {
      for (int column = 0; column < window.kernel().width(); column++) {
        places.add(place(at, row, column));
      }
    }
    return places;
  }

  /** Whether the last two entries of an index point at an element or into the padding. */
  boolean padded(int[] index, int... shape) {
    return near(index, window.padding().height(), window.padding().width(), shape);
  }

  /** Whether the last two entries of an index point at an element. */
  static boolean inside(int[] index, int... shape) {
    return near(index, 0, 0, shape);
  }

  private static boolean near(int[] index, int down, int across, int... shape) {
    int row = index[index.length - 2];
    int column = index[index.length - 1];
    return row >= -down
        && row < shape[shape.length - 2] + down
        && column >= -across
        && column < shape[shape.length - 1] + across;
  }

  /** Lengths up to 5 of a plane that the window fits into. */
  static Extent fitting(Draw draw, Window window) {
    return new Extent(new Side(window, true).fitting(draw), new Side(window, false).fitting(draw));
  }

  /** The window of a pool, with padding up to half of it, and windows that reach beyond or not. */
  static Window pool(Draw draw) {
    Window window =
        Window.of(option(draw, "kernel", 1, 3), option(draw, "kernel", 1, 2))
            .stride(option(draw, "stride", 1, 3), option(draw, "stride", 1, 2))
            .dilation(option(draw, "dilation", 1, 2), option(draw, "dilation", 1, 3));
    int down = (window.kernel().height() - 1) * window.dilation().height() + 1;
    int across = (window.kernel().width() - 1) * window.dilation().width() + 1;
    Window padded =
        window.padding(
            option(draw, "padding", 0, down / 2), option(draw, "padding", 0, across / 2));
    return draw.option("ceil", draw.yes()) ? padded.ceil() : padded;
  }

  /** An option of a window, from {@code least} to {@code most}. */
  static int option(Draw draw, String name, int least, int most) {
    return draw.option(name, draw.between(least, most));
  }

  /** Shape of a few images with planes that the window fits into, or of one. */
  static int[] images(Draw draw, Window window) {
    Extent size = fitting(draw, window);
    int channels = draw.between(1, 2);
    if (draw.rarely(4)) {
      return new int[] {channels, size.height(), size.width()};
    }
    int images = draw.rarely(16) ? 0 : draw.between(1, 2);
    return new int[] {images, channels, size.height(), size.width()};
  }

  /** One direction of a window. */
  private record Side(int taps, int stride, int padding, int dilation, boolean partial) {
    Side(Window window, boolean down) {
      this(
          pick(window.kernel(), down),
          pick(window.stride(), down),
          pick(window.padding(), down),
          pick(window.dilation(), down),
          window.partial());
    }

    private static int pick(Extent extent, boolean down) {
      return down ? extent.height() : extent.width();
    }

    int place(int window, int tap) {
      return window * stride + tap * dilation - padding;
    }

    int count(int length) {
      int count = 0;
      while (place(count, taps - 1) < length + padding) {
        count++;
      }
      boolean rest = place(count - 1, taps - 1) < length + padding - 1;
      return partial && rest && place(count, 0) < length ? count + 1 : count;
    }

    /** At least as long as the dilation, so that no window steps over all elements. */
    int fitting(Draw draw) {
      int least = Math.max(dilation, (taps - 1) * dilation + 1 - 2 * padding);
      return draw.length(least);
    }
  }
}
