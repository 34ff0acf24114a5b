package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.Optional;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.tensor.internal.kernel.Plane;
import org.gradus.tensor.internal.kernel.Slide;

/** What must hold of the operands of a layer, and the message where it does not. */
// [impl->tensor~messages~1]
final class LayerCheck {
  private LayerCheck() {}

  // ---------------------------------------------------------------- linear

  /** The last axis of x must have the length of that of the weight. */
  static void linear(Tensor x, Tensor w, Optional<Tensor> b) {
    if (x.ndim() == 0 || w.ndim() != 2) {
      throw new ShapeException(
          "linear: x must have at least one axis, and the weight two, [outputs, inputs]"
              + weighted(x, w));
    }
    int given = x.size(-1);
    if (given != w.size(1)) {
      boolean turned = given == w.size(0) && b.map(bias -> fits(bias, w.size(1))).orElse(true);
      throw new ShapeException(
          "linear: x must have as many features as the weight reads: "
              + given
              + " and "
              + w.size(1)
              + " differ"
              + weighted(x, w)
              + (turned ? "\ndid you mean the weight " + w.name().orElse("w") + ".t()?" : ""));
    }
    b.ifPresent(bias -> entries("linear", "bias", bias, "output", w.size(0)));
  }

  // ---------------------------------------------------------------- windows

  /** The channels of x, of the weight and of the bias must meet. */
  static void convolution(Tensor x, Tensor w, Optional<Tensor> b, int groups) {
    if (x.ndim() != 3 && x.ndim() != 4 || w.ndim() != 4) {
      throw new ShapeException(
          "conv2d: x must have the axes [batch, channel, height, width], of which batch may be"
              + " missing, and the weight [output channel, input channel, height, width]"
              + weighted(x, w));
    }
    int channels = x.size(-3);
    if (channels != (long) groups * w.size(1)) {
      throw new ShapeException(
          "conv2d: the weight reads "
              + (long) groups * w.size(1)
              + " channels, "
              + (groups == 1 ? "" : w.size(1) + " in each of " + groups + " groups, ")
              + "and x has "
              + channels
              + weighted(x, w));
    }
    if (w.size(0) % groups != 0) {
      throw new ShapeException(
          "conv2d: the output channels must divide into "
              + groups
              + " groups, and there are "
              + w.size(0)
              + weighted(x, w));
    }
    if (w.size(2) == 0 || w.size(3) == 0) {
      throw new ShapeException(
          "conv2d: the kernel must have a height and a width" + weighted(x, w));
    }
    b.ifPresent(bias -> entries("conv2d", "bias", bias, "output channel", w.size(0)));
  }

  /** The way of a window over planes, the last two axes of one image or of a batch. */
  static Plane pooling(String operation, Tensor x, Window window) {
    if (x.ndim() != 3 && x.ndim() != 4) {
      throw new ShapeException(
          operation
              + ": x must have the axes [batch, channel, height, width], of which batch may be"
              + " missing\n  given  "
              + x.signature());
    }
    Plane plane = plane(operation, x, window);
    halfPadded(operation, "high", plane.rows());
    halfPadded(operation, "wide", plane.columns());
    noEmptyWindow(operation, plane, x);
    return plane;
  }

  /** The way of a window over the last two axes, of which at least one must fit. */
  static Plane plane(String operation, Tensor x, Window window) {
    Plane plane =
        new Plane(
            Slide.of(
                x.size(-2),
                window.kernel().height(),
                window.stride().height(),
                window.padding().height(),
                window.dilation().height(),
                window.partial()),
            Slide.of(
                x.size(-1),
                window.kernel().width(),
                window.stride().width(),
                window.padding().width(),
                window.dilation().width(),
                window.partial()));
    room(operation, "high", plane.rows(), x);
    room(operation, "wide", plane.columns(), x);
    return plane;
  }

  private static void room(String operation, String side, Slide slide, Tensor x) {
    if (slide.windows() == 0) {
      throw new ShapeException(
          operation
              + ": the window must fit into the padded plane: it is "
              + slide.reach()
              + " "
              + side
              + ", and the plane "
              + (slide.length() + 2L * slide.padding())
              + "\n  x  "
              + x.signature());
    }
  }

  private static void halfPadded(String operation, String side, Slide slide) {
    if (2L * slide.padding() > slide.reach()) {
      throw new ShapeException(
          operation
              + ": the padding must be at most half of the window, which is "
              + slide.reach()
              + " "
              + side
              + "\n  padding  "
              + slide.padding());
    }
  }

  /** Every window must meet an element: dilated taps can step over a short plane. */
  private static void noEmptyWindow(String operation, Plane plane, Tensor x) {
    for (Slide slide : new Slide[] {plane.rows(), plane.columns()}) {
      for (int window = 0; window < slide.windows(); window++) {
        if (slide.elements(window) == 0) {
          throw new ShapeException(
              operation
                  + ": every window must meet an element, and the taps of window "
                  + window
                  + (slide == plane.rows() ? " down" : " across")
                  + " meet padding alone\n  x         "
                  + x.signature()
                  + "\n  dilation  "
                  + slide.dilation());
        }
      }
    }
  }

  // ---------------------------------------------------------------- normalization

  /** Channels must be axis 1, with one entry of everything for each. */
  static void channels(Tensor x, String what, Tensor entries) {
    entries("batchNorm", what, entries, "channel", x.size(1));
  }

  /** There must be a batch axis and a channel axis. */
  static void batch(Tensor x) {
    if (x.ndim() < 2) {
      throw new ShapeException(
          "batchNorm: x must have the axes [batch, channel, …]\n  given  " + x.signature());
    }
  }

  /** A single value of a channel has no deviation to divide by. */
  static void severalValues(Tensor x) {
    if (x.numel() > 0 && x.numel() == x.size(1)) {
      throw new ShapeException(
          "batchNorm: in training a channel must have more than one value\n  given  "
              + x.signature());
    }
  }

  /** The last axes must be those that are normalized. */
  static void lastAxes(Tensor x, int... shape) {
    int lead = x.ndim() - shape.length;
    boolean holds =
        shape.length > 0
            && lead >= 0
            && Arrays.equals(Arrays.copyOfRange(x.shape(), lead, x.ndim()), shape);
    if (!holds) {
      throw new ShapeException(
          "layerNorm: the normalized axes must be the last of x, one at least\n  normalized  "
              + Arrays.toString(shape)
              + "\n  x           "
              + x.signature());
    }
  }

  /** A scale or shift must have the shape that is normalized. */
  static void normalizedShape(String what, Tensor affine, int... shape) {
    if (!Arrays.equals(affine.shape(), shape)) {
      throw new ShapeException(
          "layerNorm: the "
              + what
              + " must have the normalized shape, "
              + Arrays.toString(shape)
              + "\n  "
              + what
              + "  "
              + affine.signature());
    }
  }

  // ---------------------------------------------------------------- dropout and embedding

  /** A probability. */
  static void probability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "dropout: the probability of dropping must be between 0 and 1\n  given  " + p);
    }
  }

  /** Every index must be a row of the table. */
  static void rows(IndexTensor index, Tensor w) {
    ShapeCheck.rank("embedding", 2, w);
    for (int i = 0; i < index.size(); i++) {
      if (index.at(i) < 0 || index.at(i) >= w.size(0)) {
        throw new IndexOutOfBoundsException(
            "embedding: index "
                + index.at(i)
                + " at position "
                + i
                + " is no row of the weight\n  weight  "
                + w.signature()
                + rowNumbers(0, w));
      }
    }
  }

  /** The row that learns nothing, counted from 0. */
  static int padding(int padding, Tensor w) {
    if (padding < -w.size(0) || padding >= w.size(0)) {
      throw new IndexOutOfBoundsException(
          "embedding: the padding index "
              + padding
              + " is no row of the weight\n  weight  "
              + w.signature()
              + rowNumbers(-w.size(0), w));
    }
    return padding < 0 ? padding + w.size(0) : padding;
  }

  private static String rowNumbers(int first, Tensor w) {
    return w.size(0) == 0 ? ", which has no row" : ", rows " + first + " to " + (w.size(0) - 1);
  }

  // ---------------------------------------------------------------- what they share

  private static boolean fits(Tensor x, int length) {
    return x.ndim() == 1 && x.size(0) == length;
  }

  private static void entries(String operation, String what, Tensor x, String each, int count) {
    if (!fits(x, count)) {
      throw new ShapeException(
          operation
              + ": the "
              + what
              + " must have one entry for each "
              + each
              + ", "
              + count
              + "\n  "
              + what
              + "  "
              + x.signature());
    }
  }

  private static String weighted(Tensor x, Tensor w) {
    return "\n  x       " + x.signature() + "\n  weight  " + w.signature();
  }
}
