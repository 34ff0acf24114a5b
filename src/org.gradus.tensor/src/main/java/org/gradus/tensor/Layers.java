package org.gradus.tensor;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.ops.AvgPool2d;
import org.gradus.tensor.internal.ops.BatchNorm;
import org.gradus.tensor.internal.ops.Conv2d;
import org.gradus.tensor.internal.ops.Dropout;
import org.gradus.tensor.internal.ops.Embedding;
import org.gradus.tensor.internal.ops.LayerNorm;
import org.gradus.tensor.internal.ops.Linear;
import org.gradus.tensor.internal.ops.MaxPool2d;
import org.gradus.tensor.op.Op;

/**
 * The operations that networks are made of.
 *
 * <p>Images have the axes [batch, channel, height, width]; batch may be missing. Each operation's
 * formula and reverse rule stand in the class of its name.
 */
public final class Layers {
  private Layers() {}

  // ---------------------------------------------------------------- linear

  /**
   * y = x·Wᵀ, along the last axis of x.
   *
   * @param w [outputs, inputs]
   * @throws ShapeException if the last axis of x has not the length of that of w
   */
  public static Tensor linear(Tensor x, Tensor w) {
    return Linear.of(x, w, Optional.empty());
  }

  /**
   * y = x·Wᵀ + b, along the last axis of x.
   *
   * @param w [outputs, inputs]
   * @param b [outputs]
   * @throws ShapeException if the last axis of x has not the length of that of w, or b not that of
   *     its first
   */
  public static Tensor linear(Tensor x, Tensor w, Tensor b) {
    return Linear.of(x, w, Optional.of(b));
  }

  /**
   * Y = X·Wᵀ.
   *
   * @throws ShapeException if the two axes of features differ in length
   */
  public static <N extends Axis, I extends Axis, O extends Axis> Matrix<N, O> linear(
      Matrix<N, I> x, Matrix<O, I> w) {
    return linear(x, w, Vector.zeros(w.rowDim()));
  }

  /**
   * Y = X·Wᵀ + b.
   *
   * @throws ShapeException if axes of one name differ in length
   */
  public static <N extends Axis, I extends Axis, O extends Axis> Matrix<N, O> linear(
      Matrix<N, I> x, Matrix<O, I> w, Vector<O> b) {
    Op<Matrix<N, O>> op = new Linear<>(x, w, b);
    return op.face(Engine.apply(op));
  }

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

  // ---------------------------------------------------------------- normalization

  /**
   * Standardize each channel by its mean and biased variance in this batch.
   *
   * @param x [batch, channel, …]
   * @throws ShapeException if x has no channels, weight or bias have not one entry for each, or a
   *     channel has a single value
   */
  public static Tensor batchNorm(Tensor x, Normalization normalization) {
    return BatchNorm.train(x, Optional.empty(), normalization, batch -> {});
  }

  /**
   * Standardize each channel: in training by its statistics in this batch, which the running ones
   * take in, else by the running ones.
   *
   * <p>An empty batch leaves the running statistics alone.
   *
   * @param x [batch, channel, …]
   * @param running changed in place in training
   * @throws ShapeException if x has no channels, anything has not one entry for each, a channel has
   *     a single value in training, or elements of running statistics share memory
   */
  public static Tensor batchNorm(
      Tensor x, RunningStatistics running, boolean training, Normalization normalization) {
    if (!training) {
      return BatchNorm.evaluate(x, running, normalization);
    }
    InPlaceRules.checkMemory("batchNorm", running.mean());
    InPlaceRules.checkMemory("batchNorm", running.variance());
    return BatchNorm.train(x, Optional.of(running), normalization, running::add);
  }

  /**
   * Standardize over the last axes.
   *
   * @param shape lengths of these axes
   * @throws ShapeException if they are not the last of x
   */
  public static Tensor layerNorm(Tensor x, int... shape) {
    return layerNorm(x, shape, Normalization.standard());
  }

  /**
   * Standardize over the last axes.
   *
   * @param shape lengths of these axes
   * @throws ShapeException if they are not the last of x, or weight or bias have another shape
   */
  public static Tensor layerNorm(Tensor x, int[] shape, Normalization normalization) {
    return LayerNorm.of(x, shape, normalization);
  }

  // ---------------------------------------------------------------- dropout and embedding

  /**
   * In training drop each element with probability p, and divide the others by 1 − p; else leave
   * all as they are.
   *
   * @throws IllegalArgumentException if p is below 0 or above 1
   */
  public static <F extends Elementwise<F>> F dropout(
      F x, double p, boolean training, RandomGenerator random) {
    Dropout.checkProbability(p);
    return training
        ? x.made(Dropout.of(x.tensor(), p, random))
        : x.face(x.tensor().view(x.shape()));
  }

  /**
   * Rows of a table by number.
   *
   * @param w [rows, columns]
   * @return the shape of the index, then columns
   * @throws ShapeException if w is no matrix
   * @throws IndexOutOfBoundsException if an index is not from 0 to rows − 1
   */
  public static Tensor embedding(IndexTensor index, Tensor w) {
    return Engine.apply(Embedding.checked(w, index, OptionalInt.empty()));
  }

  /**
   * Rows of a table by number, one of which gets no gradient.
   *
   * @param w [rows, columns]
   * @param padding that row; a negative number counts from the end
   * @return the shape of the index, then columns
   * @throws ShapeException if w is no matrix
   * @throws IndexOutOfBoundsException if an index or the padding is no row
   */
  public static Tensor embedding(IndexTensor index, Tensor w, int padding) {
    return Engine.apply(Embedding.checked(w, index, OptionalInt.of(padding)));
  }
}
