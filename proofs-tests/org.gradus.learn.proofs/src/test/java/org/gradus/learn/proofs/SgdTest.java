package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of stochastic gradient descent: concept O18 of the lesson. */
// [proof->learn~sgd~1]
class SgdTest {

  /** Three steps on a₁² + a₂² from (1, −2); the numbers are PyTorch's, case C164. */
  @ParameterizedTest
  @MethodSource("traces")
  void threeStepsAreThoseOfPyTorch(Sgd sgd, double[][] trace) {
    assertEqual(trace(sgd), trace);
  }

  /** PyTorch multiplies and adds in one rounding; here each of the two has its own. */
  static void assertEqual(double[][] actual, double[][] expected) {
    for (int t = 0; t < expected.length; t++) {
      for (int i = 0; i < expected[t].length; i++) {
        assertThat(actual[t][i])
            .isCloseTo(expected[t][i], within(1e-15 * Math.abs(expected[t][i])));
      }
    }
  }

  static Stream<Arguments> traces() {
    return Stream.of(
        Arguments.of(Sgd.of(0.1), new double[][] {{0.8, -1.6}, {0.64, -1.28}, {0.512, -1.024}}),
        Arguments.of(
            Sgd.of(0.1).withMomentum(0.9),
            new double[][] {
              {0.8, -1.6},
              {0.45999999999999996, -0.9199999999999999},
              {0.0619999999999999, -0.1239999999999998}
            }),
        Arguments.of(
            Sgd.of(0.1).withMomentum(0.9).withNesterov(),
            new double[][] {
              {0.62, -1.24},
              {0.2224, -0.4448},
              {-0.10835200000000006, 0.21670400000000012}
            }),
        Arguments.of(
            Sgd.of(0.1).withMomentum(0.9).withDampening(0.5),
            new double[][] {{0.8, -1.6}, {0.54, -1.08}, {0.252, -0.504}}),
        Arguments.of(
            Sgd.of(0.1).withWeightDecay(0.1),
            new double[][] {
              {0.7899999999999999, -1.5799999999999998},
              {0.6241, -1.2482},
              {0.49303899999999995, -0.9860779999999999}
            }),
        Arguments.of(
            Sgd.of(0.1).withMaximize(),
            new double[][] {{1.2, -2.4}, {1.44, -2.88}, {1.728, -3.456}}));
  }

  static double[][] trace(Update update) {
    Tensor a = Tensor.of(1, -2).requiresGrad_();
    Optimizer optimizer = Optimizer.of(update, a);
    double[][] trace = new double[3][];
    for (int t = 0; t < trace.length; t++) {
      optimizer.zeroGrad();
      a.mul(a).sum().backward();
      optimizer.step();
      trace[t] = a.detach().toArray();
    }
    return trace;
  }

  /** What comes in first is kept in memory of its own, whatever becomes of the gradient. */
  @Test
  void theVelocityIsNotTheGradientThatItBeganWith() {
    Tensor a = Tensor.of(1).requiresGrad_().setGrad(Tensor.of(2));
    Optimizer optimizer = Optimizer.of(Sgd.of(0.5).withMomentum(0.5), a);
    optimizer.step();
    optimizer.zeroGradInPlace();
    optimizer.step();
    assertThat(a.detach().toArray()).containsExactly(1 - 0.5 * 2 - 0.5 * 0.5 * 2);
  }

  @Test
  void withoutMomentumThereIsNothingToDampen() {
    assertThat(trace(Sgd.of(0.1).withDampening(0.5))).isDeepEqualTo(trace(Sgd.of(0.1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void numbersAreFiniteAndNotNegative(double wrong) {
    refused(() -> Sgd.of(wrong), "sgd", "learning rate", wrong, "0.1");
    Sgd sgd = Sgd.of(0.1);
    refused(() -> sgd.withMomentum(wrong), "sgd", "momentum", wrong, "0.9");
    refused(() -> sgd.withWeightDecay(wrong), "sgd", "weight decay", wrong, "0.0001");
  }

  static void refused(
      ThrowingCallable call, String owner, String name, double given, String example) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            %s: the %s must be finite and not negative
              given  %s
            try %s"""
                .formatted(owner, name, given, example));
  }

  @Test
  void eachChangeKeepsTheRest() {
    Sgd sgd = Sgd.of(0.1).withMomentum(0.9);
    assertThat(sgd.withNesterov().withWeightDecay(0.2).withMaximize().withLearningRate(0.3))
        .isEqualTo(new Sgd(0.3, 0.9, 0, true, 0.2, true));
    assertThat(sgd.withDampening(0.5)).isEqualTo(new Sgd(0.1, 0.9, 0.5, false, 0, false));
  }

  @Test
  void zerosAreAllowed() {
    assertThat(trace(Sgd.of(0))[2]).containsExactly(1, -2);
    assertThat(trace(new Sgd(0.1, 0, 0, false, 0, false))).isDeepEqualTo(trace(Sgd.of(0.1)));
  }

  /** A negative one is allowed, as in PyTorch. */
  @Test
  void dampeningIsFinite() {
    assertThat(Sgd.of(0.1).withDampening(-1).dampening()).isEqualTo(-1);
    assertThatThrownBy(() -> Sgd.of(0.1).withDampening(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            sgd: the dampening must be finite
              given  NaN
            try 0""");
  }

  @ParameterizedTest
  @MethodSource("withoutNesterov")
  void nesterovsFormHasMomentumAndNoDampening(Sgd sgd, Function<Sgd, Sgd> change) {
    assertThatThrownBy(() -> change.apply(sgd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            sgd: Nesterov's form needs a momentum above 0 and a dampening of 0
              momentum   %s
              dampening  %s"""
                .formatted(sgd.momentum(), sgd.dampening()));
  }

  static Stream<Arguments> withoutNesterov() {
    Function<Sgd, Sgd> change = Sgd::withNesterov;
    Sgd sgd = Sgd.of(0.1);
    return Stream.of(
        Arguments.of(sgd, change),
        Arguments.of(sgd.withMomentum(0.9).withDampening(0.1), change),
        Arguments.of(sgd.withDampening(0.1), change));
  }
}
