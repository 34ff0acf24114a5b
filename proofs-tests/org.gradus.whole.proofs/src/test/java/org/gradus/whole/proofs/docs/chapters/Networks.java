package org.gradus.whole.proofs.docs.chapters;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.Conv2d;
import org.gradus.learn.nn.Flatten;
import org.gradus.learn.nn.Loss;
import org.gradus.learn.nn.Pooling;
import org.gradus.learn.nn.ResNet;
import org.gradus.learn.nn.Residual;
import org.gradus.learn.nn.Sequential;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples of the chapter on networks as functions. */
final class Networks {

  private Networks() {}

  static String composition() {
    return Printed.by(
        out -> {
          RandomGenerator random = Problem.generator(1);
          // region composition
          var net =
              Sequential.of(Conv2d.of(1, 4, 3, ConvolutionOptions.standard().padding(1), random))
                  .then(Pooling.max(Window.of(2)))
                  .then(Activation.relu())
                  .then(Conv2d.of(4, 3, 4, random))
                  .then(Flatten.of());
          Tensor images = Tensor.rand(random, 5, 1, 8, 8);
          out.println(net);
          out.println(net.forward(images).signature());
          // endregion
        });
  }

  static String edges() {
    return Printed.by(
        out -> {
          // region edges
          Tensor picture =
              Tensor.of(new double[][] {{0, 0, 1, 1, 1}, {0, 0, 1, 1, 1}, {0, 0, 0, 1, 1}});
          Tensor kernel = Tensor.of(new double[][] {{-1, 1}});
          Conv2d conv =
              Conv2d.withoutBias(kernel.reshape(1, 1, 1, 2), ConvolutionOptions.standard());
          out.println(conv.forward(picture.reshape(1, 1, 3, 5)).detach().reshape(3, 4));
          // endregion
        });
  }

  static String depth() {
    return Printed.by(
        out -> {
          // region depth
          Module<Tensor, Tensor> block = Activation.of("Block", x -> x.mul(0.1).tanh());
          Module<Tensor, Tensor> around = Residual.of(block);
          for (Module<Tensor, Tensor> layer : List.of(block, around)) {
            Tensor x = Tensor.of(0.5).requiresGrad_();
            Tensor y = x;
            for (int depth = 0; depth < 20; depth++) {
              y = layer.forward(y);
            }
            y.sum().backward();
            out.printf("%.1e%n", x.grad().item());
          }
          // endregion
        });
  }

  static String resnet() {
    return Printed.by(
        out -> {
          RandomGenerator random = Problem.generator(1);
          // region resnet
          ResNet net = ResNet.of34(1000, 3, random);
          int numbers = net.parameters().stream().mapToInt(p -> p.value().numel()).sum();
          out.println(numbers + " numbers in " + net.parameters().size() + " parameters");

          ResNet small = ResNet.small(10, 1, random);
          out.println(small.forward(Tensor.rand(random, 5, 1, 8, 8)).signature());
          // endregion
        });
  }

  static String losses() {
    return Printed.by(
        out -> {
          // region losses
          Loss<Tensor, IndexTensor> loss = Loss.crossEntropy();
          Tensor logits = Tensor.of(new double[][] {{2, 0, 0}, {1000, 0, 0}});
          IndexTensor classes = IndexTensor.of(0, 1);
          out.println(loss.withReduction(LossReduction.NONE).forward(logits, classes));
          out.println(logits.exp().div(logits.exp().sum(new int[] {1}, true)));
          // endregion
        });
  }

  static String channels() {
    return Printed.refusal(
        () -> {
          RandomGenerator random = Problem.generator(1);
          // region channels
          Conv2d.of(3, 8, 3, random).forward(Tensor.ones(1, 4, 8, 8));
          // endregion
        });
  }

  static String twoShapes() {
    return Printed.refusal(
        () -> {
          RandomGenerator random = Problem.generator(1);
          // region two-shapes
          Residual.of(Conv2d.of(1, 1, 3, random)).forward(Tensor.ones(1, 1, 8, 8));
          // endregion
        });
  }
}
