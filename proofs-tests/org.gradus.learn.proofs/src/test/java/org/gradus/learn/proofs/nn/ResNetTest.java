package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.learn.nn.ResNet;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Layers;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Residual networks are functions: concept M7 of the lesson. */
// [proof->learn~resnet~1]
class ResNetTest {

  /** In the size of the weights; at 1e-8 the nearest bends of relu lie within. */
  private static final double STEP = 1e-9;

  /** Sums of thousands are off by some 1e-15 of the value, which the step makes 1e-6. */
  private static final double SHARE = 1e-5;

  private final RandomGenerator random = new SplittableRandom(1);

  /** The published counts, for the 1,000 classes and 3 channels of ImageNet. */
  @Test
  void theyLearnAsManyNumbersAsPublished() {
    assertThat(numbers(ResNet.of18(1000, 3, random))).isEqualTo(11_689_512);
    assertThat(numbers(ResNet.of34(1000, 3, random))).isEqualTo(21_797_672);
  }

  private static int numbers(Module<?, ?> module) {
    return module.parameters().stream().mapToInt(p -> p.value().numel()).sum();
  }

  /** Those of torchvision, in its order of layers. */
  @Test
  void theirStateHasThePublishedNames() {
    ResNet net = ResNet.of18(10, 3, random);
    assertThat(net.namedParameters().keySet())
        .hasSize(62)
        .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "layer1.0.conv1.weight")
        .contains(
            "layer1.1.bn2.bias",
            "layer2.0.conv1.weight",
            "layer2.0.downsample.0.weight",
            "layer2.0.downsample.1.weight",
            "layer4.1.conv2.weight")
        .endsWith("fc.weight", "fc.bias")
        .doesNotContain("layer1.0.downsample.0.weight", "layer2.1.downsample.0.weight");
    assertThat(net.namedBuffers().keySet())
        .contains("bn1.running_mean", "layer4.1.bn2.num_batches_tracked");
    assertThat(net.namedParameters().keySet()).noneMatch(name -> name.contains("layer5"));
  }

  /** The small one, written out with the weights of its state. */
  @Test
  void aNetworkIsTheCompositionOfItsFunctions() {
    ResNet net = ResNet.small(3, 1, random);
    Tensor x = Tensor.randn(random, 2, 1, 8, 8);
    try (var off = NoGrad.on()) {
      net.forward(x);
      Map<String, Tensor> state = net.state();
      Tensor y = normalized("bn1", convolved("conv1", 1, 1, x, state), state).relu();
      y = block("layer1.0", 1, y, y, state);
      y = block("layer2.0", 2, y, projected("layer2.0", y, state), state);
      y = block("layer3.0", 2, y, projected("layer3.0", y, state), state);
      y = Layers.linear(y.mean(2, 3), of("fc.weight", state), of("fc.bias", state));
      assertThat(y.shape()).containsExactly(2, 3);
      assertThat(net.eval().forward(x).toArray()).isEqualTo(y.toArray());
    }
  }

  private static Tensor block(
      String name, int stride, Tensor x, Tensor around, Map<String, Tensor> state) {
    Tensor y = convolved(name + ".conv1", stride, 1, x, state);
    y = normalized(name + ".bn1", y, state).relu();
    y = convolved(name + ".conv2", 1, 1, y, state);
    return normalized(name + ".bn2", y, state).add(around).relu();
  }

  private static Tensor projected(String name, Tensor x, Map<String, Tensor> state) {
    Tensor y = convolved(name + ".downsample.0", 2, 0, x, state);
    return normalized(name + ".downsample.1", y, state);
  }

  private static Tensor convolved(
      String name, int stride, int padding, Tensor x, Map<String, Tensor> state) {
    ConvolutionOptions options = ConvolutionOptions.standard().stride(stride).padding(padding);
    return Layers.conv2d(x, of(name + ".weight", state), options);
  }

  private static Tensor normalized(String name, Tensor x, Map<String, Tensor> state) {
    RunningStatistics running =
        RunningStatistics.of(of(name + ".running_mean", state), of(name + ".running_var", state));
    Normalization after =
        Normalization.standard()
            .weight(of(name + ".weight", state))
            .bias(of(name + ".bias", state));
    return Layers.batchNorm(x, running, false, after);
  }

  private static Tensor of(String name, Map<String, Tensor> state) {
    assertThat(state).containsKey(name);
    return state.getOrDefault(name, Tensor.of());
  }

  /**
   * Along random directions of all weights and the image at once, at 1×3×64×64, in training and
   * afterwards.
   */
  @Test
  void slopesOfThirtyFourLayersAreRight() {
    ResNet net = ResNet.of34(10, 3, random);
    Tensor image = Tensor.randn(random, 1, 3, 64, 64);
    Tensor cotangent = Tensor.randn(random, 1, 10);
    for (boolean training : new boolean[] {true, false}) {
      net.train(training);
      net.zeroGrad();
      Tensor x = image.clone().requiresGrad_();
      net.forward(x).mul(cotangent).sum().backward();
      List<Tensor> leaves = new ArrayList<>(List.of(x));
      net.parameters().forEach(parameter -> leaves.add(parameter.value().tensor()));
      for (int k = 0; k < 2; k++) {
        List<Tensor> direction = leaves.stream().map(this::direction).toList();
        double claimed = 0;
        for (int i = 0; i < leaves.size(); i++) {
          claimed += leaves.get(i).grad().mul(direction.get(i)).sum().item();
        }
        double measured =
            (at(STEP, leaves, direction, net, cotangent)
                    - at(-STEP, leaves, direction, net, cotangent))
                / (2 * STEP);
        assertThat(measured).isCloseTo(claimed, withinPercentage(100 * SHARE));
      }
    }
  }

  /** Random, and as large as the leaf is in the mean. */
  private Tensor direction(Tensor leaf) {
    double size = Math.sqrt(leaf.detach().square().mean().item());
    return Tensor.randn(random, leaf.shape()).mul(Math.max(size, 0.1));
  }

  private static double at(
      double t, List<Tensor> leaves, List<Tensor> direction, ResNet net, Tensor cotangent) {
    try (var off = NoGrad.on()) {
      move(t, leaves, direction);
      double value = net.forward(leaves.get(0)).mul(cotangent).sum().item();
      move(-t, leaves, direction);
      return value;
    }
  }

  private static void move(double t, List<Tensor> leaves, List<Tensor> direction) {
    for (int i = 0; i < leaves.size(); i++) {
      leaves.get(i).add_(direction.get(i).mul(t));
    }
  }

  /** Case C184. */
  @Test
  void otherChannelsAreRefused() {
    ResNet net = ResNet.small(10, 1, random);
    assertThatThrownBy(() -> net.forward(Tensor.ones(1, 3, 8, 8)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            conv2d: the weight reads 1 channels, and x has 3
              x       [1, 3, 8, 8]
              weight  weight : [16, 1, 3, 3]""");
  }

  @Test
  void countsArePositive() {
    assertThatThrownBy(() -> ResNet.small(0, 1, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("resnet: the number of classes must be at least 1\n  given  0");
    assertThatThrownBy(() -> ResNet.small(10, 0, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("conv2d: the number of inputs must be at least 1\n  given  0");
  }
}
