package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gradus.learn.Module;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.learn.Sgd;
import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.BatchNorm1d;
import org.gradus.learn.nn.Dropout;
import org.gradus.learn.nn.Linear;
import org.gradus.learn.nn.Sequential;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Examples of modules: concepts M6, N1, N2 and N15 of the lesson. */
// [proof->learn~module~1]
class ModuleTest {

  private interface Feature extends Axis {}

  private interface Output extends Axis {}

  private static final Dim<Feature> TWO = Dim.of(Feature.class, 2);
  private static final Dim<Output> ONE = Dim.of(Output.class, 1);

  /** x ↦ w·x + shift, and then a part. */
  private static final class Scaled extends Module<Tensor, Tensor> {
    private final Parameter<Tensor> w = register("w", Parameter.of(Tensor.of(2)));
    private final Tensor shift = registerBuffer("shift", Tensor.of(10));
    private final Module<Tensor, Tensor> inner;

    private Scaled(Module<Tensor, Tensor> inner) {
      this.inner = register("inner", inner);
    }

    @Override
    public Tensor forward(Tensor x) {
      return inner.forward(x.mul(w.value()).add(shift));
    }
  }

  /** Registers whatever it is told to. */
  private static final class Open extends Module<Tensor, Tensor> {
    private Open part(String name, Module<?, ?> part) {
      register(name, part);
      return this;
    }

    private Open buffer(String name, Tensor buffer) {
      registerBuffer(name, buffer);
      return this;
    }

    private Open parameter(String name, Tensor first) {
      return parameter(name, Parameter.of(first));
    }

    private Open parameter(String name, Parameter<Tensor> parameter) {
      register(name, parameter);
      return this;
    }

    @Override
    public Tensor forward(Tensor x) {
      return x;
    }
  }

  private static Scaled nested() {
    return new Scaled(new Scaled(Activation.relu()));
  }

  @Test
  void itIsAFunctionMadeOfOthers() {
    assertThat(nested().forward(Tensor.of(1)).detach().toArray()).containsExactly(34);
    assertThat(nested().forward(Tensor.of(-20)).detach().toArray()).containsExactly(0);
  }

  @Test
  void partsAreNamedFromTheOutside() {
    Scaled net = nested();
    assertThat(net.namedParameters().keySet()).containsExactly("w", "inner.w");
    assertThat(net.namedBuffers().keySet()).containsExactly("shift", "inner.shift");
    assertThat(net.state().keySet()).containsExactly("w", "shift", "inner.w", "inner.shift");
    assertThat(net.parts().keySet()).containsExactly("inner");
    assertThat(net.parameters()).containsExactlyElementsOf(net.namedParameters().values());
  }

  @Test
  void aTensorTakesTheNameUnlessItHasOne() {
    Open open = new Open().parameter("w", Tensor.of(1)).parameter("v", Tensor.of(1).named("mine"));
    assertThat(open.namedParameters().get("w").value().signature()).isEqualTo("w : [1]");
    assertThat(open.namedParameters().get("v").value().signature()).isEqualTo("mine : [1]");
  }

  @Test
  void whatIsReachedTwiceCountsOnce() {
    Scaled shared = new Scaled(Activation.relu());
    Open net = new Open().part("first", shared).part("second", shared);
    assertThat(net.namedParameters().keySet()).containsExactly("first.w");
    assertThat(net.namedBuffers().keySet()).containsExactly("first.shift");
    assertThat(net.state().keySet()).containsExactly("first.w", "first.shift");
    assertThat(Optimizer.of(Sgd.of(0.1), net.parameters()).groups().get(0).parameters()).hasSize(1);
  }

  @Test
  void aParameterOfTwoPartsCountsOnce() {
    Parameter<Tensor> tied = Parameter.of(Tensor.of(1));
    Open net =
        new Open()
            .part("encoder", new Open().parameter("w", tied))
            .part("decoder", new Open().parameter("v", tied));
    assertThat(net.parameters()).containsExactly(tied);
    assertThat(net.state().keySet()).containsExactly("encoder.w");
  }

  /** Case X008: training is over, and gradients flow. */
  @Test
  void trainingIsOverInEveryPartAndGradientsAreRecorded() {
    Scaled net = nested();
    assertThat(net.isTraining()).isTrue();
    net.eval();
    assertThat(net.isTraining()).isFalse();
    assertThat(net.inner.isTraining()).isFalse();
    assertThat(((Scaled) net.inner).inner.isTraining()).isFalse();
    assertThat(net.forward(Tensor.of(1)).requiresGrad()).isTrue();
    try (var off = NoGrad.on()) {
      assertThat(net.train().forward(Tensor.of(1)).requiresGrad()).isFalse();
    }
    assertThat(net.inner.isTraining()).isTrue();
  }

  @Test
  void gradientsAreClearedOrZeroed() {
    Scaled net = nested();
    net.forward(Tensor.of(1)).sum().backward();
    Tensor gradient = net.w.value().grad();
    assertThat(gradient.toArray()).containsExactly(2);
    net.zeroGradInPlace();
    assertThat(net.w.value().grad()).isSameAs(gradient);
    assertThat(gradient.toArray()).containsExactly(0);
    net.zeroGrad();
    assertThat(net.parameters()).noneMatch(parameter -> parameter.value().hasGrad());
  }

  @Test
  void aStateIsACopy() {
    Scaled net = nested();
    Map<String, Tensor> state = net.state();
    try (var off = NoGrad.on()) {
      net.w.value().zero_();
      net.shift.zero_();
    }
    assertThat(state.get("w").toArray()).containsExactly(2);
    assertThat(state.get("w").requiresGrad()).isFalse();
    assertThat(state.get("shift").toArray()).containsExactly(10);
  }

  @Test
  void aStateIsLoadedInPlace() {
    Scaled net = nested();
    Map<String, Tensor> state = net.state();
    Tensor w = net.w.value();
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), net.parameters());
    net.forward(Tensor.of(1)).sum().backward();
    optimizer.step();
    assertThat(w.detach().toArray()).isNotEqualTo(new double[] {2});
    net.load(state);
    assertThat(net.w.value()).isSameAs(w);
    assertThat(w.detach().toArray()).containsExactly(2);
    assertThat(w.isLeaf()).isTrue();
    assertThat(w.requiresGrad()).isTrue();
  }

  /** Case C159. */
  @Test
  void aStateThatDoesNotFitIsRefusedWithAllThatIsWrong() {
    Linear<Feature, Output> linear = Linear.of(Matrix.of(ONE, TWO, 1, 2), Vector.of(ONE, 3));
    assertThatThrownBy(
            () -> linear.load(Map.of("weight", Tensor.ones(1, 3), "extra", Tensor.ones(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            Linear.load: the state must have the names and shapes of the module, no more and no less
              missing     bias
              unexpected  extra
              shape       weight : [1, 3], and the module has [1, 2]
            nothing was loaded""");
    assertThat(linear.weight().value().detach().toArray()).containsExactly(1, 2);
  }

  @Test
  void aPartlyFittingStateLoadsNothing() {
    Scaled net = nested();
    Map<String, Tensor> state = new LinkedHashMap<>(net.state());
    state.put("w", Tensor.of(5));
    state.remove("inner.shift");
    assertThatThrownBy(() -> net.load(state)).isInstanceOf(IllegalArgumentException.class);
    assertThat(net.w.value().detach().toArray()).containsExactly(2);
  }

  @Test
  void namesHaveNoDotAndAreNotEmpty() {
    for (String name : List.of("", "a.b")) {
      assertThatThrownBy(() -> new Open().buffer(name, Tensor.of(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              """
              Open.register: a name must not be empty and must not hold a dot, which joins names
                given  "%s\""""
                  .formatted(name));
    }
  }

  @Test
  void namesAreRegisteredOnce() {
    Open open = new Open().buffer("a", Tensor.of(1));
    assertThatThrownBy(() -> open.parameter("a", Tensor.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            Open.register: a name must not be registered twice
              given  "a\"""");
    assertThatThrownBy(() -> open.part("a", new Open())).hasMessageContaining("twice");
    open.parameter("c", Tensor.of(1)).part("b", new Open());
    assertThatThrownBy(() -> open.buffer("c", Tensor.of(1))).hasMessageContaining("twice");
    assertThatThrownBy(() -> open.buffer("b", Tensor.of(1))).hasMessageContaining("twice");
    assertThat(open.state().keySet()).containsExactly("c", "a");
  }

  @Test
  void aModuleIsNotMadeOfItself() {
    Open outer = new Open();
    Open inner = new Open();
    outer.part("inner", inner);
    assertThatThrownBy(() -> inner.part("outer", outer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            Open.register: a module must not be made of itself
              part  outer""");
    assertThatThrownBy(() -> outer.part("self", outer))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(inner.parts()).isEmpty();
  }

  /** Case C149. */
  @Test
  void itIsShownWithItsPartsAndTheirSettings() {
    var random = new SplittableRandom(1);
    Dim<Feature> two = TWO;
    assertThat(
            Sequential.of(Linear.of(two, ONE, random))
                .then(Activation.relu())
                .then(Activation.leakyRelu(0.01)))
        .hasToString(
            """
            Sequential(
              (0): Linear(inputs=2, outputs=1, bias=true)
              (1): Relu()
              (2): LeakyRelu(slope=0.01)
            )""");
    Module<Matrix<Sample, Feature>, Matrix<Sample, Feature>> inner =
        Sequential.of(BatchNorm1d.of(two)).then(Dropout.of(0.5, random));
    assertThat(Sequential.of(inner).then(Linear.withoutBias(two, ONE, random)))
        .hasToString(
            """
            Sequential(
              (0): Sequential(
                (0): BatchNorm1d(features=2, eps=1.0E-5, momentum=0.1)
                (1): Dropout(p=0.5)
              )
              (1): Linear(inputs=2, outputs=1, bias=false)
            )""");
  }
}
