package org.gradus.tensor;

import java.util.Optional;
import org.gradus.tensor.internal.ops.AvgPool2d;
import org.gradus.tensor.internal.ops.Conv2d;
import org.gradus.tensor.internal.ops.MaxPool2d;

/**
 * The operations that networks are made of.
 *
 * <p>Images have the axes [batch, channel, height, width]; batch may be missing. Each operation's
 * formula and reverse rule stand in the class of its name.
 */
public final class Layers {
  private Layers() {}

  // ---------------------------------------------------------------- windows

  /**
   * Convolution with stride 1, no padding and no bias.
   *
   * @param x [batch, input channel, height, width], or without batch
   * @param w [output channel, input channel, height, width]
   * @throws ShapeException if the channels differ, or the kernel does not fit into x
   */
  public static Tensor conv2d(Tensor x, Tensor w) {
    return conv2d(x, w, ConvolutionOptions.standard());
  }

  /**
   * Convolution with stride 1 and no padding.
   *
   * @param x [batch, input channel, height, width], or without batch
   * @param w [output channel, input channel, height, width]
   * @param b [output channel]
   * @throws ShapeException if the channels differ, or the kernel does not fit into x
   */
  public static Tensor conv2d(Tensor x, Tensor w, Tensor b) {
    return conv2d(x, w, b, ConvolutionOptions.standard());
  }

  /**
   * Convolution without a bias.
   *
   * @param x [batch, input channel, height, width], or without batch
   * @param w [output channel, input channel / groups, height, width]
   * @throws ShapeException if the channels differ, do not divide into groups, or the kernel does
   *     not fit into the padded x
   */
  public static Tensor conv2d(Tensor x, Tensor w, ConvolutionOptions options) {
    return Conv2d.of(x, w, Optional.empty(), options);
  }

  /**
   * Convolution: a kernel slides over the planes of x, and every place gives a sum of products.
   *
   * @param x [batch, input channel, height, width], or without batch
   * @param w [output channel, input channel / groups, height, width]
   * @param b [output channel]
   * @throws ShapeException if the channels differ, do not divide into groups, or the kernel does
   *     not fit into the padded x
   */
  public static Tensor conv2d(Tensor x, Tensor w, Tensor b, ConvolutionOptions options) {
    return Conv2d.of(x, w, Optional.of(b), options);
  }

  /**
   * Largest element of each window; the first of a tie gets the gradient, and NaN wins.
   *
   * @param x [batch, channel, height, width], or without batch
   * @throws ShapeException if the window does not fit into the padded x, is padded by more than
   *     half of it, or meets no element somewhere
   */
  public static Tensor maxPool2d(Tensor x, Window window) {
    return maxPool2dWithIndices(x, window).values();
  }

  /**
   * Largest element of each window, and where it stands in its plane, counted row by row.
   *
   * @param x [batch, channel, height, width], or without batch
   * @throws ShapeException if the window does not fit into the padded x, is padded by more than
   *     half of it, or meets no element somewhere
   */
  public static Extreme maxPool2dWithIndices(Tensor x, Window window) {
    return MaxPool2d.of(x, window);
  }

  /**
   * Mean of each window, padding counted as zeros.
   *
   * @param x [batch, channel, height, width], or without batch
   * @throws ShapeException if the window does not fit into the padded x, is padded by more than
   *     half of it, or meets no element somewhere
   */
  public static Tensor avgPool2d(Tensor x, Window window) {
    return avgPool2d(x, window, Divisor.Counted.WITH_PADDING);
  }

  /**
   * Sum of each window, divided.
   *
   * @param x [batch, channel, height, width], or without batch
   * @throws ShapeException if the window does not fit into the padded x, is padded by more than
   *     half of it, or meets no element somewhere
   */
  public static Tensor avgPool2d(Tensor x, Window window, Divisor divisor) {
    return AvgPool2d.of(x, window, divisor);
  }
}
