package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.learn.Adagrad;
import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.Optimizer;
import org.gradus.learn.RmsProp;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of optimizers that go on where others stopped. */
// [proof->learn~optimizer-state~1]
class OptimizerStateTest {

  private static final int STEPS = 12;

  static Stream<Update> updates() {
    return Stream.of(
        Sgd.of(0.1),
        Sgd.of(0.1).withMomentum(0.9).withDampening(0.5),
        Adam.of(0.1).withAmsgrad(),
        AdamW.of(0.1),
        RmsProp.of(0.1).withCentered().withMomentum(0.9),
        Adagrad.of(0.1).withLearningRateDecay(0.5));
  }

  @ParameterizedTest
  @MethodSource("updates")
  void aBreakChangesNoBit(Update update) {
    Tensor a = Tensor.of(1, -2).requiresGrad_();
    Tensor b = Tensor.of(3).requiresGrad_();
    Optimizer whole = Optimizer.of(update, a, b);
    steps(whole, a, b, 0, STEPS);
    Tensor c = Tensor.of(1, -2).requiresGrad_();
    Tensor d = Tensor.of(3).requiresGrad_();
    Optimizer first = Optimizer.of(update, c, d);
    steps(first, c, d, 0, 5);
    Map<String, Tensor> state = first.state();
    Optimizer second = Optimizer.of(update, c, d);
    second.load(state);
    steps(second, c, d, 5, STEPS);
    assertThat(c.detach().toArray()).isEqualTo(a.detach().toArray());
    assertThat(d.detach().toArray()).isEqualTo(b.detach().toArray());
    assertThat(second.state().keySet()).isEqualTo(whole.state().keySet());
  }

  private static void steps(Optimizer optimizer, Tensor a, Tensor b, int from, int to) {
    for (int t = from; t < to; t++) {
      optimizer.zeroGrad();
      a.sub(b).square().mul(1 + t % 3).sum().backward();
      optimizer.step();
    }
  }

  @Test
  void aStateIsACopyWithNumbersForNames() {
    Tensor a = Tensor.of(1).requiresGrad_().setGrad(Tensor.of(2));
    Tensor unmoved = Tensor.of(1).requiresGrad_();
    Optimizer optimizer = Optimizer.of(Adam.of(0.1), unmoved, a);
    assertThat(optimizer.state()).isEmpty();
    optimizer.step();
    Map<String, Tensor> state = optimizer.state();
    assertThat(state.keySet()).containsExactlyInAnyOrder("1.step", "1.exp_avg", "1.exp_avg_sq");
    double mean = state.get("1.exp_avg").item();
    optimizer.step();
    assertThat(state.get("1.exp_avg").item()).isEqualTo(mean);
    assertThat(state.get("1.step").item()).isEqualTo(1);
    optimizer.load(state);
    optimizer.step();
    assertThat(state.get("1.exp_avg").item()).isEqualTo(mean);
  }

  @Test
  void whatIsLoadedTakesThePlaceOfWhatWas() {
    Tensor a = Tensor.of(1).requiresGrad_().setGrad(Tensor.of(2));
    Optimizer optimizer = Optimizer.of(Sgd.of(0.5).withMomentum(0.5), a);
    optimizer.step();
    optimizer.load(Map.of());
    assertThat(optimizer.state()).isEmpty();
    optimizer.step();
    assertThat(a.detach().item()).isEqualTo(1 - 0.5 * 2 - 0.5 * 2);
  }

  @Test
  void allThatDoesNotFitIsNamedAndNothingIsLoaded() {
    Tensor a = Tensor.of(1, 2).requiresGrad_().setGrad(Tensor.of(2, 2));
    Optimizer optimizer = Optimizer.of(Adam.of(0.1), a);
    optimizer.step();
    List<String> before = optimizer.state().values().stream().map(Tensor::toString).toList();
    Map<String, Tensor> state = new HashMap<>();
    state.put("1.exp_avg", Tensor.of(1, 2));
    assertRefused(optimizer, state, "\n  unexpected  1.exp_avg");
    assertRefused(optimizer, Map.of("exp_avg", Tensor.of(1, 2)), "\n  unexpected  exp_avg");
    assertRefused(optimizer, Map.of("-0.m", Tensor.of(1, 2)), "\n  unexpected  -0.m");
    assertRefused(
        optimizer,
        Map.of("0.exp_avg", Tensor.of(1, 2, 3)),
        "\n  shape       0.exp_avg : [3], and the parameter has [2]");
    for (Tensor wrong : List.of(Tensor.scalar(-1), Tensor.scalar(0.5), Tensor.of(1, 2))) {
      assertRefused(optimizer, Map.of("0.step", wrong), "\n  no count    0.step");
    }
    assertThat(optimizer.state().values().stream().map(Tensor::toString).toList())
        .isEqualTo(before);
  }

  private static void assertRefused(Optimizer optimizer, Map<String, Tensor> state, String fault) {
    assertThatThrownBy(() -> optimizer.load(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "optimizer.load: the state must be that of 1 parameters of these shapes"
                + fault
                + "\nnothing was loaded");
  }
}
