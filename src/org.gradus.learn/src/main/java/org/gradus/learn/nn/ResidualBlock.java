package org.gradus.learn.nn;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.tensor.Tensor;

/**
 * The block that residual networks are made of: two convolutions and a way around.
 *
 * <pre>
 *   y = relu(norm₂(conv₂(relu(norm₁(conv₁(x))))) + s(x))
 *     s(x) = x, or norm(conv(x)) with kernels of one tap where channels or stride change
 * </pre>
 *
 * <p>Source: He, Zhang, Ren and Sun, <em>Deep residual learning for image recognition</em>.
 */
final class ResidualBlock extends Module<Tensor, Tensor> {

  private final Conv2d conv1;
  private final BatchNorm2d norm1;
  private final Conv2d conv2;
  private final BatchNorm2d norm2;
  private final Optional<Module<Tensor, Tensor>> shortcut;

  ResidualBlock(int inputs, int outputs, int stride, RandomGenerator random) {
    conv1 = three(inputs, outputs, stride, random);
    norm1 = BatchNorm2d.of(outputs);
    conv2 = three(outputs, outputs, 1, random);
    norm2 = BatchNorm2d.of(outputs);
    shortcut =
        inputs == outputs && stride == 1
            ? Optional.empty()
            : Optional.of(projection(inputs, outputs, stride, random));
    register("conv1", conv1);
    register("bn1", norm1);
    register("conv2", conv2);
    register("bn2", norm2);
    if (shortcut.isPresent()) {
      register("downsample", shortcut.get());
    }
  }

  private static Conv2d three(int inputs, int outputs, int stride, RandomGenerator random) {
    return ResNet.convolution(inputs, outputs, 3, stride, random);
  }

  private static Sequential<Tensor, Tensor> projection(
      int inputs, int outputs, int stride, RandomGenerator random) {
    return Sequential.of(ResNet.convolution(inputs, outputs, 1, stride, random))
        .then(BatchNorm2d.of(outputs));
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor inner = norm1.forward(conv1.forward(x)).relu();
    Tensor around = shortcut.map(s -> s.forward(x)).orElse(x);
    return Residual.sum(norm2.forward(conv2.forward(inner)), around).relu();
  }
}
