package org.gradus.tensor.internal.kernel;

import java.util.Arrays;
import org.gradus.tensor.Tensor;

/**
 * The convolution of planes, and its two adjoints.
 *
 * <pre>
 *   ⟨ȳ, forward(x, w)⟩ = ⟨byInput(ȳ, w), x⟩ = ⟨byWeight(x, ȳ), w⟩
 *     x: [N, C, H, W]   w: [O, C/groups, R, S]   y: [N, O, H′, W′]
 * </pre>
 *
 * <p>For each image and group the taps are copied into a matrix, so that the inner loops are those
 * of a matrix product. Shapes are trusted: the operations check them first.
 */
public final class Convolutions {
  private Convolutions() {}

  /**
   * Lengths in one group.
   *
   * @param images number of images
   * @param inputs channels that are read
   * @param outputs channels that are written
   */
  private record Group(int images, int groups, int inputs, int outputs, Plane plane) {
    int taps() {
      return inputs * plane.taps();
    }

    int windows() {
      return plane.windows();
    }

    int weights() {
      return outputs * taps();
    }

    /** Position of the first element of the channels of a group of an image. */
    int x(int image, int group) {
      return (image * groups + group) * inputs * plane.size();
    }

    int y(int image, int group) {
      return (image * groups + group) * outputs * windows();
    }

    int[] shapeOfX() {
      return new int[] {images, groups * inputs, plane.rows().length(), plane.columns().length()};
    }

    int[] shapeOfY() {
      return new int[] {
        images, groups * outputs, plane.rows().windows(), plane.columns().windows()
      };
    }
  }

  private static Group group(int images, Tensor w, Plane plane, int groups) {
    return new Group(images, groups, w.size(1), w.size(0) / groups, plane);
  }

  /** y[n, o, …] = Σ x[n, c, …]·w[o, c, …] over the channels of the group of o and all taps. */
  public static Tensor forward(Tensor x, Tensor w, Plane plane, int groups) {
    Group g = group(x.size(0), w, plane, groups);
    double[] from = Kernels.array(x).dense();
    double[] weights = Kernels.array(w).dense();
    double[] y = new double[Shapes.size(g.shapeOfY())];
    double[] taps = new double[Shapes.size(g.taps(), g.windows())];
    int[] lengths = {g.outputs(), g.taps(), g.windows()};
    for (int image = 0; image < g.images(); image++) {
      for (int group = 0; group < groups; group++) {
        columns(from, g.x(image, group), g, taps);
        Kernels.multiply(weights, group * g.weights(), taps, 0, y, g.y(image, group), lengths);
      }
    }
    return Kernels.tensor(y, g.shapeOfY());
  }

  /** Adjoint in x: every product goes back to the element that was read. */
  public static Tensor byInput(Tensor yBar, Tensor w, Plane plane, int groups) {
    Group g = group(yBar.size(0), w, plane, groups);
    double[] from = Kernels.array(yBar).dense();
    double[] weights = Kernels.array(w).dense();
    double[] x = new double[Shapes.size(g.shapeOfX())];
    double[] taps = new double[Shapes.size(g.taps(), g.windows())];
    int[] lengths = {g.taps(), g.outputs(), g.windows()};
    for (int group = 0; group < groups; group++) {
      double[] transposed = transposed(weights, group * g.weights(), g.outputs(), g.taps());
      for (int image = 0; image < g.images(); image++) {
        Arrays.fill(taps, 0);
        Kernels.multiply(transposed, 0, from, g.y(image, group), taps, 0, lengths);
        addColumns(taps, g, x, g.x(image, group));
      }
    }
    return Kernels.tensor(x, g.shapeOfX());
  }

  /**
   * Adjoint in w: every product goes back to the weight that was read.
   *
   * @param shape shape of w
   */
  public static Tensor byWeight(Tensor x, Tensor yBar, int[] shape, Plane plane, int groups) {
    Group g = new Group(x.size(0), groups, shape[1], shape[0] / groups, plane);
    double[] from = Kernels.array(x).dense();
    double[] factors = Kernels.array(yBar).dense();
    double[] w = new double[Shapes.size(shape)];
    double[] taps = new double[Shapes.size(g.windows(), g.taps())];
    int[] lengths = {g.outputs(), g.windows(), g.taps()};
    for (int image = 0; image < g.images(); image++) {
      for (int group = 0; group < groups; group++) {
        rows(from, g.x(image, group), g, taps);
        Kernels.multiply(factors, g.y(image, group), taps, 0, w, group * g.weights(), lengths);
      }
    }
    return Kernels.tensor(w, shape);
  }

  private static double[] transposed(double[] matrix, int start, int rows, int columns) {
    double[] result = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        result[column * rows + row] = matrix[start + row * columns + column];
      }
    }
    return result;
  }

  /** What each tap reads, a row for each tap; padding stays the zero it was. */
  private static void columns(double[] x, int start, Group g, double[] taps) {
    int step = g.plane().columns().stride();
    for (int channel = 0; channel < g.inputs(); channel++) {
      int plane = start + channel * g.plane().size();
      int row = channel * g.plane().taps();
      g.plane()
          .spans(
              (tap, window, count, element) -> {
                int to = (row + tap) * g.windows() + window;
                int from = plane + element;
                for (int i = 0; i < count; i++) {
                  taps[to + i] = x[from + i * step];
                }
              });
    }
  }

  /** What each tap reads, a column for each tap; padding stays the zero it was. */
  private static void rows(double[] x, int start, Group g, double[] taps) {
    int step = g.plane().columns().stride();
    for (int channel = 0; channel < g.inputs(); channel++) {
      int plane = start + channel * g.plane().size();
      int column = channel * g.plane().taps();
      g.plane()
          .spans(
              (tap, window, count, element) -> {
                int to = window * g.taps() + column + tap;
                int from = plane + element;
                for (int i = 0; i < count; i++) {
                  taps[to + i * g.taps()] = x[from + i * step];
                }
              });
    }
  }

  /** Adjoint of {@link #columns}: add what each tap has where it was read. */
  private static void addColumns(double[] taps, Group g, double[] x, int start) {
    int step = g.plane().columns().stride();
    for (int channel = 0; channel < g.inputs(); channel++) {
      int plane = start + channel * g.plane().size();
      int row = channel * g.plane().taps();
      g.plane()
          .spans(
              (tap, window, count, element) -> {
                int from = (row + tap) * g.windows() + window;
                int to = plane + element;
                for (int i = 0; i < count; i++) {
                  x[to + i * step] += taps[from + i];
                }
              });
    }
  }
}
