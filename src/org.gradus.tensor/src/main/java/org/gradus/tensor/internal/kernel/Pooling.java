package org.gradus.tensor.internal.kernel;

import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * Windows of planes folded into one number each. The planes are the last two axes; those before
 * stay.
 */
public final class Pooling {
  private Pooling() {}

  /**
   * Position of the largest element of each window, in the row-major order of all of x; the first
   * of a tie.
   *
   * <p>A NaN counts as larger than what came before it, so the last of several NaN is found. Every
   * window must meet an element.
   */
  public static IndexTensor largest(Tensor x, Plane plane) {
    double[] from = Kernels.array(x).dense();
    int[] shape = pooled(x.shape(), plane);
    int[] found = new int[Shapes.size(shape)];
    int width = plane.columns().windows();
    for (int i = 0; i < found.length; i++) {
      int window = i % plane.windows();
      int start = i / plane.windows() * plane.size();
      found[i] = largest(from, start, plane, window / width, window % width);
    }
    return IndexTensor.of(shape, found);
  }

  private static int largest(double[] x, int start, Plane plane, int row, int column) {
    Slide down = plane.rows();
    Slide across = plane.columns();
    double best = Double.NEGATIVE_INFINITY;
    int found = -1;
    for (int r = down.firstTap(row); r < down.endTap(row); r++) {
      int line = start + down.position(row, r) * across.length();
      for (int c = across.firstTap(column); c < across.endTap(column); c++) {
        int at = line + across.position(column, c);
        if (found < 0 || x[at] > best || Double.isNaN(x[at])) {
          best = x[at];
          found = at;
        }
      }
    }
    return found;
  }

  /** Sum of the elements of each window, divided by {@code divisors[window]}. */
  public static Tensor mean(Tensor x, Plane plane, double[] divisors) {
    double[] from = Kernels.array(x).dense();
    int[] shape = pooled(x.shape(), plane);
    double[] y = new double[Shapes.size(shape)];
    int step = plane.columns().stride();
    for (int to = 0, start = 0; to < y.length; to += plane.windows(), start += plane.size()) {
      int window0 = to;
      int element0 = start;
      plane.spans(
          (tap, window, count, element) -> {
            for (int i = 0; i < count; i++) {
              y[window0 + window + i] += from[element0 + element + i * step];
            }
          });
      for (int window = 0; window < divisors.length; window++) {
        y[to + window] /= divisors[window];
      }
    }
    return Kernels.tensor(y, shape);
  }

  /** Adjoint of {@link #mean}: every element gets its share of each window that reads it. */
  public static Tensor spread(Tensor y, Plane plane, double[] divisors) {
    double[] from = Kernels.array(y).toArray();
    for (int i = 0; i < from.length; i++) {
      from[i] /= divisors[i % plane.windows()];
    }
    int[] shape = replaced(y.shape(), plane.rows().length(), plane.columns().length());
    double[] x = new double[Shapes.size(shape)];
    int step = plane.columns().stride();
    for (int at = 0, start = 0; at < from.length; at += plane.windows(), start += plane.size()) {
      int window0 = at;
      int element0 = start;
      plane.spans(
          (tap, window, count, element) -> {
            for (int i = 0; i < count; i++) {
              x[element0 + element + i * step] += from[window0 + window + i];
            }
          });
    }
    return Kernels.tensor(x, shape);
  }

  private static int[] pooled(int[] shape, Plane plane) {
    return replaced(shape, plane.rows().windows(), plane.columns().windows());
  }

  private static int[] replaced(int[] shape, int height, int width) {
    int[] result = shape.clone();
    result[shape.length - 2] = height;
    result[shape.length - 1] = width;
    return result;
  }
}
