package org.gradus.learn.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Axis;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;

/**
 * A residual network, which is a composition of functions.
 *
 * <pre>
 *   y = fc(mean(layerₖ(…layer₁(stem(x)))))
 *     stem = pool∘relu∘norm∘conv    layer = block∘…∘block    mean over the places of a channel
 *     x: [batch, channel, height, width]   y: [batch, class], unnormalized
 * </pre>
 *
 * <p>Each layer but the first halves height and width and doubles the channels. Kernels are drawn
 * normally by what they make and for relu, see {@link Initialization#kaimingNormal_}. The names of
 * the state are those of torchvision. Source: He, Zhang, Ren and Sun, <em>Deep residual learning
 * for image recognition</em>.
 */
// [impl->learn~resnet~1]
public final class ResNet extends Module<Tensor, Tensor> {

  private interface Channel extends Axis {}

  private interface Label extends Axis {}

  private final Sequential<Tensor, Tensor> features;
  private final Linear<Channel, Label> classifier;

  /** Compose the stem, a layer for each count of blocks, and the linear map to the classes. */
  private ResNet(
      Conv2d first,
      Module<Tensor, Tensor> pool,
      int[] blocks,
      int classes,
      RandomGenerator random) {
    HyperparameterCheck.positive("resnet", "number of classes", classes);
    int width = first.weight().value().size(0);
    BatchNorm2d norm = BatchNorm2d.of(width);
    List<Module<Tensor, Tensor>> layers = new ArrayList<>();
    Sequential<Tensor, Tensor> all =
        Sequential.of(first).then(norm).then(Activation.relu()).then(pool);
    int channels = width;
    for (int i = 0; i < blocks.length; i++) {
      Sequential<Tensor, Tensor> layer =
          layer(blocks[i], channels, width << i, i == 0 ? 1 : 2, random);
      layers.add(layer);
      all = all.then(layer);
      channels = width << i;
    }
    features = all.then(Pooling.global());
    classifier = Linear.of(Dim.of(Channel.class, channels), Dim.of(Label.class, classes), random);
    register("conv1", first);
    register("bn1", norm);
    for (int i = 0; i < layers.size(); i++) {
      register("layer" + (i + 1), layers.get(i));
    }
    register("fc", classifier);
  }

  /**
   * Draw the network of 18 layers, for images of about 64 to 224 places in each direction.
   *
   * @param classes how many numbers it makes of an image
   * @param channels of an image
   * @throws IllegalArgumentException if one of both is not positive
   */
  public static ResNet of18(int classes, int channels, RandomGenerator random) {
    return large(new int[] {2, 2, 2, 2}, classes, channels, random);
  }

  /**
   * Draw the network of 34 layers, for images of about 64 to 224 places in each direction.
   *
   * @param classes how many numbers it makes of an image
   * @param channels of an image
   * @throws IllegalArgumentException if one of both is not positive
   */
  public static ResNet of34(int classes, int channels, RandomGenerator random) {
    return large(new int[] {3, 4, 6, 3}, classes, channels, random);
  }

  /**
   * Draw a network of 8 layers, from 16 channels to 64, for images of about 8 places in each
   * direction.
   *
   * @param classes how many numbers it makes of an image
   * @param channels of an image
   * @throws IllegalArgumentException if one of both is not positive
   */
  public static ResNet small(int classes, int channels, RandomGenerator random) {
    Conv2d first = convolution(channels, 16, 3, 1, random);
    return new ResNet(first, Activation.of("Same", x -> x), new int[] {1, 1, 1}, classes, random);
  }

  private static ResNet large(int[] blocks, int classes, int channels, RandomGenerator random) {
    Conv2d first = convolution(channels, 64, 7, 2, random);
    Pooling pool = Pooling.max(Window.of(3).stride(2).padding(1));
    return new ResNet(first, pool, blocks, classes, random);
  }

  private static Sequential<Tensor, Tensor> layer(
      int blocks, int inputs, int outputs, int stride, RandomGenerator random) {
    Sequential<Tensor, Tensor> layer =
        Sequential.of(new ResidualBlock(inputs, outputs, stride, random));
    for (int i = 1; i < blocks; i++) {
      layer = layer.then(new ResidualBlock(outputs, outputs, 1, random));
    }
    return layer;
  }

  /** Draw kernels that keep height and width but for the stride. */
  static Conv2d convolution(
      int inputs, int outputs, int kernel, int stride, RandomGenerator random) {
    ConvolutionOptions options = ConvolutionOptions.standard().stride(stride).padding(kernel / 2);
    Conv2d convolution = Conv2d.withoutBias(inputs, outputs, kernel, options, random);
    Initialization.kaimingNormal_(
        convolution.weight().value(), Initialization.Fan.OUT, Initialization.RELU, random);
    return convolution;
  }

  /**
   * Compute the unnormalized predictions.
   *
   * @throws org.gradus.tensor.ShapeException if x has not as many channels as the network reads, or
   *     is too small
   */
  @Override
  public Tensor forward(Tensor x) {
    return classifier.forward(features.forward(x));
  }
}
