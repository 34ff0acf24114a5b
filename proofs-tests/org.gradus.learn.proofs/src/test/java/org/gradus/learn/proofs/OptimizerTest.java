package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.Adagrad;
import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.Memory;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Parameter;
import org.gradus.learn.ParameterGroup;
import org.gradus.learn.RmsProp;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.tensor.Backward;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of an optimizer and its groups: concept O20 of the lesson. */
// [proof->learn~optimizer~1]
class OptimizerTest {

  private final Tensor a = Tensor.of(1).requiresGrad_();
  private final Tensor b = Tensor.of(1).requiresGrad_();

  /** Case C161. */
  @Test
  void theStepsAreCounted() {
    Memory memory = new Memory();
    assertThat(memory.steps()).isZero();
    assertThat(memory.countStep()).isEqualTo(1);
    assertThat(memory.steps()).isEqualTo(1);
  }

  @Test
  void anUpdateIsNamedAsInPyTorchInSmallLetters() {
    assertThat(Stream.of(Adagrad.of(1), AdamW.of(1), RmsProp.of(1)).map(Update::name))
        .containsExactly("adagrad", "adamw", "rmsprop");
  }

  @Test
  void aParameterWhoseGradientIsAbsentStays() {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1).withWeightDecay(0), a, b);
    a.mul(2).sum().backward();
    optimizer.step();
    assertThat(a.detach().toArray()).containsExactly(0.8);
    assertThat(b.detach().toArray()).containsExactly(1);
  }

  /** Case C161: neither momentum nor weight decay nor a step of Adam touches it. */
  @Test
  void clearedGradientsAreAbsent() {
    Optimizer optimizer = Optimizer.of(Adam.of(0.1).withWeightDecay(0.1), a);
    a.mul(2).sum().backward();
    optimizer.step();
    double[] before = a.detach().toArray();
    optimizer.zeroGrad();
    assertThat(a.hasGrad()).isFalse();
    optimizer.step();
    assertThat(a.detach().toArray()).isEqualTo(before);
  }

  /** Case C162. */
  @Test
  void zeroedGradientsArePresent() {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1).withWeightDecay(0.5), a, b);
    a.mul(2).sum().backward();
    Tensor gradient = a.grad();
    optimizer.zeroGradInPlace();
    assertThat(gradient.toArray()).containsExactly(0);
    assertThat(a.grad()).isSameAs(gradient);
    assertThat(b.hasGrad()).isFalse();
    optimizer.step();
    assertThat(a.detach().toArray()).containsExactly(1 - 0.1 * 0.5);
  }

  @Test
  void aZeroedGradientHasNoHistory() {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
    a.mul(a).mul(a).sum().backward(Backward.CREATE_GRAPH);
    assertThat(a.grad().requiresGrad()).isTrue();
    optimizer.zeroGradInPlace();
    assertThat(a.grad().requiresGrad()).isFalse();
    assertThat(a.grad().toArray()).containsExactly(0);
  }

  /** Case X021. */
  @Test
  void zeroingBetweenBackwardAndStepMakesNoStep() {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
    a.mul(a).sum().backward();
    optimizer.zeroGrad();
    optimizer.step();
    assertThat(a.detach().toArray()).containsExactly(1);
  }

  @Test
  void aStepChangesTheLeafInPlace() {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
    Tensor alias = a.detach();
    a.mul(2).sum().backward();
    optimizer.step();
    assertThat(a.isLeaf()).isTrue();
    assertThat(a.requiresGrad()).isTrue();
    assertThat(a.grad().toArray()).containsExactly(2);
    assertThat(alias.toArray()).containsExactly(0.8);
  }

  /** Case C165, in a block that records nothing. */
  @Test
  void aClosureIsCalledOnceAndRecordedAndItsLossReturned() {
    Scalar w = Scalar.of(1).requiresGrad_();
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), w);
    int[] calls = {0};
    try (var off = NoGrad.on()) {
      Scalar loss =
          optimizer.step(
              () -> {
                calls[0]++;
                optimizer.zeroGrad();
                Scalar square = w.mul(w);
                square.backward();
                return square;
              });
      assertThat(loss.requiresGrad()).isTrue();
      assertThat(loss.detach().toDouble()).isEqualTo(1);
      assertThat(w.mul(2).requiresGrad()).isFalse();
    }
    assertThat(calls[0]).isEqualTo(1);
    assertThat(w.detach().toDouble()).isEqualTo(0.8);
  }

  @Test
  void eachGroupHasItsOwnUpdate() {
    Optimizer optimizer =
        Optimizer.of(
            ParameterGroup.of(Sgd.of(0.1), a), ParameterGroup.of(Sgd.of(0.5).withMomentum(0.9), b));
    a.mul(2).add(b.mul(2)).sum().backward();
    optimizer.step();
    assertThat(a.detach().toArray()).containsExactly(0.8);
    assertThat(b.detach().toArray()).containsExactly(0);
  }

  @Test
  void anotherLearningRateKeepsWhatWasRemembered() {
    Optimizer optimizer = Optimizer.of(Sgd.of(1).withMomentum(0.5), a);
    a.setGrad(Tensor.of(4));
    optimizer.step();
    optimizer.groups().get(0).learningRate(0.5);
    a.setGrad(Tensor.of(0));
    optimizer.step();
    assertThat(a.detach().toArray()).containsExactly(1 - 4 - 0.5 * 2);
    assertThat(optimizer.groups().get(0).update()).isEqualTo(Sgd.of(0.5).withMomentum(0.5));
  }

  @Test
  void aGroupAddedLaterTakesPartInTheNextStep() {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
    optimizer.add(ParameterGroup.of(Sgd.of(0.5), Parameter.of(b)));
    a.mul(2).sum().backward();
    optimizer.step();
    assertThat(optimizer.groups()).hasSize(2);
    assertThat(optimizer.groups().get(1).parameters().get(0).detach().toArray()).containsExactly(1);
  }

  @Test
  void parametersAreChangedThroughTheirValues() {
    Parameter<Tensor> p = Parameter.of(a);
    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), p);
    p.value().mul(2).sum().backward();
    optimizer.step();
    assertThat(p.value().detach().toArray()).containsExactly(0.8);
  }

  @Test
  void thereIsAtLeastOneParameter() {
    refused(
        () -> Optimizer.of(Sgd.of(0.1), List.of()),
        """
        sgd: there must be at least one parameter to change
          given  none""");
  }

  /** The mistake of a = a − η·∇L: concept B28 of autograd. */
  @Test
  void aParameterIsALeaf() {
    Tensor moved = a.sub(0.1).named("a");
    refused(
        () -> Optimizer.of(Adam.of(0.1), b, moved),
        """
        adam: parameter 1 must be a leaf, and a : [1] is the result of SubBackward
        give the leaf that it was computed from; an update must change the leaf itself, in place, \
        in a NoGrad block""");
    moved.retainGrad();
    assertThatThrownBy(() -> Optimizer.of(Adam.of(0.1), moved))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aParameterIsGivenOnce() {
    refused(
        () -> Optimizer.of(Sgd.of(0.1), b, a.named("a"), a),
        """
        sgd: each parameter must be given once, and a step would change it twice
          parameters 1 and 2 are both a : [1]""");
  }

  @Test
  void aParameterIsInOneGroup() {
    ParameterGroup group = ParameterGroup.of(Sgd.of(0.1), a.named("a"));
    Optimizer optimizer = Optimizer.of(group);
    refused(
        () -> optimizer.add(ParameterGroup.of(Sgd.of(0.5), b, a)),
        """
        optimizer: each parameter must be in one group, and a step would change it twice
          a : [1] is in a group already""");
    assertThat(optimizer.groups()).containsExactly(group);
  }

  @Test
  void itIsShownGroupByGroup() {
    Optimizer optimizer = Optimizer.of(Sgd.of(0.03), a, b);
    optimizer.add(ParameterGroup.of(Adam.of(0.001), Tensor.of(1)));
    assertThat(optimizer)
        .hasToString(
            """
            Optimizer(
              (0): Sgd[learningRate=0.03, momentum=0.0, dampening=0.0, nesterov=false, \
            weightDecay=0.0, maximize=false] over 2 parameters
              (1): Adam[learningRate=0.001, beta1=0.9, beta2=0.999, eps=1.0E-8, weightDecay=0.0, \
            amsgrad=false, maximize=false] over 1 parameter
            )""");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void aParameterWhoseElementsShareMemoryIsRefusedBeforeAStep() {
    Tensor w = Tensor.of(1).expand(2).requiresGrad_();
    assertThatThrownBy(() -> Optimizer.of(Sgd.of(0.1), w))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            sgd: each element of a parameter must have a place of its own in memory
              parameter 0  [2], several elements of which share one, as after expand()
            give a clone() of it\
            """);
  }
}
