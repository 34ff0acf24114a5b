package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.learn.nn.Activation;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of activations: concept N1 of the lesson. */
// [proof->learn~activation~1]
class ActivationTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("activations")
  void itIsItsFunction(
      String text, Supplier<Activation<Tensor>> made, UnaryOperator<Tensor> function) {
    Activation<Tensor> activation = made.get();
    Tensor x = Tensor.of(-2, -0.5, 0, 0.5, 30);
    assertThat(activation.forward(x).toArray()).isEqualTo(function.apply(x).toArray());
    assertThat(activation).hasToString(text);
    assertThat(activation.parameters()).isEmpty();
  }

  static Stream<Arguments> activations() {
    return Stream.of(
        row("Relu()", Activation::relu, x -> x.maximum(Tensor.zeros(5))),
        row("LeakyRelu(slope=0.1)", () -> Activation.leakyRelu(0.1), x -> x.leakyRelu(0.1)),
        row("Elu(alpha=2.0)", () -> Activation.elu(2), x -> x.elu(2)),
        row("Gelu()", Activation::gelu, Tensor::gelu),
        row("Silu()", Activation::silu, Tensor::silu),
        row("Softplus()", Activation::softplus, Tensor::softplus),
        row("Sigmoid()", Activation::sigmoid, Tensor::sigmoid),
        row("Tanh()", Activation::tanh, Tensor::tanh));
  }

  private static Arguments row(
      String text, Supplier<Activation<Tensor>> made, UnaryOperator<Tensor> function) {
    return Arguments.of(text, made, function);
  }

  @Test
  void anyFunctionIsOne() {
    Activation<String> louder = Activation.of("Louder", text -> text + "!");
    assertThat(louder.forward("x")).isEqualTo("x!");
    assertThat(louder).hasToString("Louder()");
  }
}
