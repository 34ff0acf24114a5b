package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Backward;
import org.gradus.tensor.Dim;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Hook;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Functions that are called with a gradient on its way. */
// [proof->autograd~hooks~1]
class HooksTest {
  private interface Coefficient extends Axis {}

  private final Tensor a = Tensor.of(1, 2).requiresGrad_().named("a");
  private final List<String> log = new ArrayList<>();

  @Test
  void hookReplacesTheGradientUntilItIsRemoved() {
    Hook hook = a.registerHook(yBar -> yBar.mul(10));
    a.mul(2).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(20, 20);
    hook.remove();
    hook.remove();
    a.clearGrad();
    a.mul(2).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 2);
  }

  @Test
  void hooksRunInTheOrderOfRegistrationAndTheGradientIsRetainedLast() {
    Tensor b = a.mul(2);
    b.registerHook(yBar -> noted("first", yBar).mul(2));
    b.retainGrad();
    b.registerHook(yBar -> noted("second", yBar).add(3));
    b.sum().backward();
    assertThat(log).containsExactly("first", "second");
    assertThat(b.grad().toArray()).as("1·2 + 3").containsExactly(5, 5);
    assertThat(a.grad().toArray()).containsExactly(10, 10);
  }

  @Test
  void hookSeesTheSumOverAllPathsOnce() {
    List<Double> seen = new ArrayList<>();
    Tensor b = Tensor.scalar(3).requiresGrad_().mul(1);
    b.registerHook(
        yBar -> {
          seen.add(yBar.item());
          return yBar;
        });
    b.mul(2).mul(b.mul(b)).backward();
    assertThat(seen).containsExactly(54.0);
  }

  @Test
  void hookOfALeafRunsBeforeAccumulationAndTheOtherKindAfterIt() {
    a.registerHook(yBar -> noted(a.hasGrad() ? "late" : "before", yBar));
    a.registerPostAccumulateHook(leaf -> log.add("after " + leaf.grad().at(0)));
    a.mul(5).sum().backward();
    assertThat(log).containsExactly("before", "after 5.0");
  }

  @Test
  void hookRemovedByItselfRunsOnce() {
    List<Hook> own = new ArrayList<>();
    own.add(
        a.registerHook(
            yBar -> {
              own.get(0).remove();
              return noted("once", yBar);
            }));
    Tensor loss = a.sum();
    loss.backward();
    loss.backward();
    assertThat(log).containsExactly("once");
  }

  @Test
  void hookChangesWhatARequestReturns() {
    a.registerHook(yBar -> yBar.mul(100));
    assertThat(Autograd.gradient(a.mul(2).sum(), a).toArray()).containsExactly(200, 200);
  }

  @Test
  void hookStaysWithTheValueBeforeAChangeInPlace() {
    Tensor b = a.mul(2);
    b.registerHook(yBar -> noted("gradient " + yBar.at(0), yBar));
    b.mul_(3);
    b.sum().backward();
    assertThat(log).containsExactly("gradient 3.0");
  }

  @Test
  void recordedPassRecordsHooks() {
    Tensor x = Tensor.scalar(2).requiresGrad_();
    Tensor y = x.mul(x);
    y.registerHook(yBar -> yBar.mul(x));
    y.backward(Backward.CREATE_GRAPH);
    assertThat(x.grad().item()).as("2x·x").isEqualTo(8);
    Tensor first = x.grad();
    x.clearGrad();
    first.backward();
    assertThat(x.grad().item()).as("4x").isEqualTo(8);
  }

  @Test
  void typedHookSeesTheFace() {
    Vector<Coefficient> w = Vector.of(Dim.of(Coefficient.class, 2), 1, 2).requiresGrad_();
    w.registerHook(
        yBar -> {
          log.add(yBar.signature());
          return yBar.neg();
        });
    w.sum().backward();
    assertThat(log).containsExactly("[coefficient=2]");
    assertThat(w.grad().toArray()).containsExactly(-1, -1);
  }

  // [proof->autograd~own-memory~1]
  @Test
  void hookMayChangeItsArgumentAndNothingElse() {
    Tensor b = Tensor.of(3, 4).requiresGrad_();
    Tensor seed = Tensor.ones(2);
    a.registerHook(yBar -> yBar.mul_(10));
    a.add(b).backward(seed);
    assertThat(a.grad().toArray()).containsExactly(10, 10);
    assertThat(b.grad().toArray()).containsExactly(1, 1);
    assertThat(seed.toArray()).containsExactly(1, 1);
  }

  // [proof->autograd~errors-change-nothing~1]
  @Test
  void refusedPassFreesNothing() {
    Tensor loss = a.square().sum().exp();
    Hook hook = a.registerHook(yBar -> Tensor.ones(3));
    assertThatThrownBy(() -> loss.backward()).isInstanceOf(GradientException.class);
    hook.remove();
    loss.backward();
    assertThat(a.grad().at(0)).isEqualTo(2 * Math.exp(5));
  }

  @Test
  void tensorWithoutAGradientIsRefused() {
    assertThatThrownBy(() -> Tensor.ones(2).registerHook(yBar -> yBar))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            registerHook: [2] does not require a gradient
            it is a leaf without requiresGrad_()\
            """);
  }

  @Test
  void resultsHaveNoHookThatWaitsForAccumulation() {
    assertThatThrownBy(() -> a.mul(2).named("b").registerPostAccumulateHook(leaf -> {}))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            registerPostAccumulateHook: b : [2] is the result of MulBackward, and gradients \
            accumulate at leaves alone
            call registerHook instead\
            """);
  }

  @Test
  void anotherShapeIsRefusedNamingTheRegistration() {
    String line = Line.next();
    a.registerHook(yBar -> Tensor.ones(3));
    assertThatThrownBy(() -> a.mul(2).sum().backward())
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            backward: the hook registered at %s must return a gradient of the same shape
              tensor    a : [2]
              gradient  [2]
              returned  [3]\
            """
                .formatted(line));
    assertThat(a.hasGrad()).isFalse();
  }

  private Tensor noted(String what, Tensor yBar) {
    log.add(what);
    return yBar;
  }
}
