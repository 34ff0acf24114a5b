package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gradus.learn.Module;
import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.BatchNorm2d;
import org.gradus.learn.nn.Conv2d;
import org.gradus.learn.nn.Flatten;
import org.gradus.learn.nn.LayerNorm;
import org.gradus.learn.nn.Pooling;
import org.gradus.learn.nn.Residual;
import org.gradus.learn.nn.Sequential;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every module of tensors keeps to: concepts N1, N2, N15 and M7 of the lesson. */
// [proof->learn~module~1]
// [proof->learn~layer-norm~1]
// [proof->learn~batch-norm-2d~1]
// [proof->learn~conv2d~1]
// [proof->learn~pooling~1]
// [proof->learn~flatten~1]
// [proof->learn~residual~1]
class ModuleContractTest {

  /**
   * A kind of module.
   *
   * @param text how it is shown
   * @param state the names of its state, as PyTorch has them
   * @param shape of an argument
   */
  private record Kind(
      String text,
      List<String> state,
      Function<RandomGenerator, Module<Tensor, Tensor>> make,
      int... shape) {

    private Module<Tensor, Tensor> made() {
      return make.apply(new SplittableRandom(1));
    }

    private Tensor argument() {
      return Tensor.randn(new SplittableRandom(2), shape);
    }

    @Override
    public String toString() {
      return text.lines().findFirst().orElseThrow();
    }
  }

  static Stream<Kind> kinds() {
    ConvolutionOptions options = ConvolutionOptions.standard().stride(2, 1).padding(1).groups(2);
    return Stream.of(
        new Kind(
            "Conv2d(inputs=2, outputs=3, kernel=3, stride=1, padding=0, dilation=1, groups=1, bias=true)",
            List.of("weight", "bias"),
            random -> Conv2d.of(2, 3, 3, random),
            2,
            2,
            5,
            4),
        new Kind(
            "Conv2d(inputs=4, outputs=2, kernel=2, stride=2×1, padding=1, dilation=1, groups=2, bias=false)",
            List.of("weight"),
            random -> Conv2d.withoutBias(4, 2, 2, options, random),
            1,
            4,
            3,
            4),
        new Kind(
            "LayerNorm(shape=[3, 4], eps=1.0E-5)",
            List.of("weight", "bias"),
            random -> LayerNorm.of(3, 4),
            2,
            3,
            4),
        new Kind(
            "BatchNorm2d(channels=3, eps=1.0E-5, momentum=0.1)",
            List.of("weight", "bias", "running_mean", "running_var", "num_batches_tracked"),
            random -> BatchNorm2d.of(3),
            2,
            3,
            2,
            2),
        new Kind(
            "MaxPool2d(kernel=2, stride=1, padding=1)",
            List.of(),
            random -> Pooling.max(Window.of(2).stride(1).padding(1)),
            1,
            2,
            3,
            3),
        new Kind(
            "AvgPool2d(kernel=2×3, stride=2×3, padding=0, ceil=true)",
            List.of(),
            random -> Pooling.average(Window.of(2, 3).ceil()),
            1,
            2,
            3,
            4),
        new Kind("GlobalAvgPool2d()", List.of(), random -> Pooling.global(), 2, 3, 2, 4),
        new Kind("Flatten()", List.of(), random -> Flatten.of(), 2, 3, 2),
        new Kind(
            """
            Residual(
              (block): Sequential(
                (0): LayerNorm(shape=[4], eps=1.0E-5)
                (1): Tanh()
              )
            )""",
            List.of("block.0.weight", "block.0.bias"),
            random -> Residual.of(Sequential.of(LayerNorm.of(4)).then(Activation.tanh())),
            3,
            4),
        new Kind(
            """
            Residual(
              (block): Conv2d(inputs=2, outputs=3, kernel=3, stride=1, padding=1, dilation=1, groups=1, bias=true)
              (shortcut): Conv2d(inputs=2, outputs=3, kernel=1, stride=1, padding=0, dilation=1, groups=1, bias=true)
            )""",
            List.of("block.weight", "block.bias", "shortcut.weight", "shortcut.bias"),
            random ->
                Residual.of(
                    Conv2d.of(2, 3, 3, ConvolutionOptions.standard().padding(1), random),
                    Conv2d.of(2, 3, 1, random)),
            1,
            2,
            3,
            3));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itIsShownWithWhatWasChosen(Kind kind) {
    assertThat(kind.made()).hasToString(kind.text);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itsStateHasTheNamesOfPyTorch(Kind kind) {
    assertThat(kind.made().state().keySet()).containsExactlyElementsOf(kind.state);
  }

  /** By differences, at weights and biases that are not those it begins with. */
  @ParameterizedTest
  @MethodSource("kinds")
  void gradientsByArgumentAndParametersAreRight(Kind kind) {
    for (boolean training : new boolean[] {true, false}) {
      Module<Tensor, Tensor> module = kind.made().train(training);
      disturb(module);
      ModuleGradients.of(module).at(ModuleGradients.operands(module, kind.argument())).verify();
    }
  }

  private static void disturb(Module<Tensor, Tensor> module) {
    RandomGenerator random = new SplittableRandom(3);
    try (var off = NoGrad.on()) {
      module
          .parameters()
          .forEach(
              parameter -> {
                Tensor value = parameter.value().tensor();
                value.add_(Tensor.randn(random, value.shape()).mul(0.3));
              });
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSameSeedMakesTheSame(Kind kind) {
    assertThat(kind.made().state().toString()).isEqualTo(kind.made().state().toString());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aLoadedStateComputesTheSame(Kind kind) {
    Module<Tensor, Tensor> module = kind.made();
    disturb(module);
    module.forward(kind.argument());
    Module<Tensor, Tensor> other = kind.make.apply(new SplittableRandom(9));
    other.load(module.state());
    assertThat(other.eval().forward(kind.argument()).detach().toArray())
        .isEqualTo(module.eval().forward(kind.argument()).detach().toArray());
  }
}
