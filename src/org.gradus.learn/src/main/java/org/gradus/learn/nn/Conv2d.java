package org.gradus.learn.nn;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.learn.Parameter;
import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Extent;
import org.gradus.tensor.Layers;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/**
 * Convolution of images with learned kernels.
 *
 * <pre>
 *   Y[n, o, r, c] = Σ X[n, i, r·s + u·d − p, c·s + v·d − p]·W[o, i, u, v] + b[o]
 *     X: [batch, input, height, width]   W: [output, input/groups, kernel]   b: [output]
 *     s: stride, d: dilation, p: padding, as {@link ConvolutionOptions} says
 * </pre>
 *
 * <p>W and b are drawn uniformly from ±1/√(inputs/groups·taps of the kernel), W first.
 */
// [impl->learn~conv2d~1]
public final class Conv2d extends Module<Tensor, Tensor> {

  private final Parameter<Tensor> weight;
  private final Optional<Parameter<Tensor>> bias;
  private final ConvolutionOptions options;

  private Conv2d(Tensor weight, Optional<Tensor> bias, ConvolutionOptions options) {
    this.weight = Parameter.of(weight);
    this.bias = bias.map(Parameter::of);
    this.options = options;
    register("weight", this.weight);
    if (this.bias.isPresent()) {
      register("bias", this.bias.get());
    }
  }

  /**
   * Draw the weights and the bias of square kernels with stride 1 and no padding.
   *
   * @param inputs channels that are read
   * @param outputs channels that are made
   * @param kernel height and width of the kernels
   * @throws IllegalArgumentException if one of them is not positive
   */
  public static Conv2d of(int inputs, int outputs, int kernel, RandomGenerator random) {
    return of(inputs, outputs, kernel, ConvolutionOptions.standard(), random);
  }

  /**
   * Draw the weights and the bias of square kernels.
   *
   * @param inputs channels that are read
   * @param outputs channels that are made
   * @param kernel height and width of the kernels
   * @throws IllegalArgumentException if one of them is not positive, or the channels do not divide
   *     into the groups
   */
  public static Conv2d of(
      int inputs, int outputs, int kernel, ConvolutionOptions options, RandomGenerator random) {
    Tensor weight = drawn(inputs, outputs, new Extent(kernel, kernel), options, random);
    double bound = bound(weight);
    return of(weight, Tensor.zeros(outputs).uniform_(-bound, bound, random), options);
  }

  /**
   * Draw the weights of square kernels without a bias, for a normalization that brings its own.
   *
   * @param inputs channels that are read
   * @param outputs channels that are made
   * @param kernel height and width of the kernels
   * @throws IllegalArgumentException if one of them is not positive, or the channels do not divide
   *     into the groups
   */
  public static Conv2d withoutBias(
      int inputs, int outputs, int kernel, ConvolutionOptions options, RandomGenerator random) {
    return withoutBias(
        drawn(inputs, outputs, new Extent(kernel, kernel), options, random), options);
  }

  /**
   * Begin with kernels [output, input/groups, height, width] and a bias [output], whose storage the
   * parameters share.
   *
   * @throws ShapeException if these are no kernels, or there is not one bias for each output
   */
  public static Conv2d of(Tensor weight, Tensor bias, ConvolutionOptions options) {
    checkKernels(weight);
    if (bias.ndim() != 1 || bias.size(0) != weight.size(0)) {
      throw new ShapeException(
          "conv2d: there must be one bias for each output\n  weight  %s\n  bias    %s"
              .formatted(weight.signature(), bias.signature()));
    }
    return new Conv2d(weight, Optional.of(bias), options);
  }

  /**
   * Begin with kernels [output, input/groups, height, width], whose storage the parameter shares.
   *
   * @throws ShapeException if these are no kernels
   */
  public static Conv2d withoutBias(Tensor weight, ConvolutionOptions options) {
    checkKernels(weight);
    return new Conv2d(weight, Optional.empty(), options);
  }

  private static void checkKernels(Tensor weight) {
    if (weight.ndim() != 4) {
      throw new ShapeException(
          "conv2d: kernels must have the axes [output, input/groups, height, width]\n  given  "
              + weight.signature());
    }
  }

  private static Tensor drawn(
      int inputs, int outputs, Extent kernel, ConvolutionOptions options, RandomGenerator random) {
    HyperparameterCheck.positive("conv2d", "number of inputs", inputs);
    HyperparameterCheck.positive("conv2d", "number of outputs", outputs);
    HyperparameterCheck.positive("conv2d", "size of the kernel", kernel.height());
    int groups = options.groups();
    if (inputs % groups != 0 || outputs % groups != 0) {
      throw new IllegalArgumentException(
          "conv2d: inputs and outputs must divide into the groups\n  inputs   %d\n  outputs  %d\n  groups   %d"
              .formatted(inputs, outputs, groups));
    }
    Tensor weight = Tensor.zeros(outputs, inputs / groups, kernel.height(), kernel.width());
    double bound = bound(weight);
    return weight.uniform_(-bound, bound, random);
  }

  /** 1/√(numbers that a kernel reads). */
  private static double bound(Tensor weight) {
    return 1 / Math.sqrt((double) weight.numel() / weight.size(0));
  }

  /** Return W. */
  public Parameter<Tensor> weight() {
    return weight;
  }

  /** Return b; empty for a convolution without one. */
  public Optional<Parameter<Tensor>> bias() {
    return bias;
  }

  /**
   * Compute the value of images, or of one image without a batch axis.
   *
   * @throws ShapeException if x has not as many channels as the kernels read, or the kernel does
   *     not fit into the padded x
   */
  @Override
  public Tensor forward(Tensor x) {
    Tensor w = weight.value();
    return bias.map(b -> Layers.conv2d(x, w, b.value(), options))
        .orElseGet(() -> Layers.conv2d(x, w, options));
  }

  @Override
  protected String settings() {
    Tensor w = weight.value();
    return "inputs=%d, outputs=%d, kernel=%s, stride=%s, padding=%s, dilation=%s, groups=%d, bias=%s"
        .formatted(
            w.size(1) * options.groups(),
            w.size(0),
            new Extent(w.size(2), w.size(3)),
            options.stride(),
            options.padding(),
            options.dilation(),
            options.groups(),
            bias.isPresent());
  }
}
