package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.Backward;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Gradients of leaves: absent at first, then added up, each in memory of its own. */
// [proof->autograd~accumulation~1]
class AccumulationTest {

  @Test
  void laterGradientsAreAdded() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    assertThat(a.hasGrad()).isFalse();
    a.mul(a).backward();
    assertThat(a.grad().item()).isEqualTo(6);
    a.mul(a).backward();
    assertThat(a.grad().item()).isEqualTo(12);
  }

  @Test
  void clearingMakesTheGradientAbsentAndZeroingKeepsIt() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    a.mul(a).backward();
    a.grad().zero_();
    assertThat(a.grad().item()).isZero();
    a.mul(a).backward();
    assertThat(a.grad().item()).isEqualTo(6);
    assertThat(a.clearGrad().hasGrad()).isFalse();
    a.mul(a).backward();
    assertThat(a.grad().item()).isEqualTo(6);
  }

  @Test
  void gradientRequiresNoneItself() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    a.mul(a).backward();
    assertThat(a.grad().requiresGrad()).isFalse();
    assertThat(a.grad().gradientFunction()).isEmpty();
  }

  @Test
  void accumulationWritesIntoTheGradientThatIsThere() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    a.mul(a).backward();
    Tensor held = a.grad();
    a.mul(a).backward();
    assertThat(a.grad()).isSameAs(held);
    assertThat(held.item()).isEqualTo(4);
  }

  @Test
  void accumulationOfARecordedPassMakesANewGradient() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    a.mul(a).backward(Backward.CREATE_GRAPH);
    Tensor held = a.grad();
    a.mul(a).backward(Backward.CREATE_GRAPH);
    assertThat(a.grad()).isNotSameAs(held);
    assertThat(held.item()).isEqualTo(2);
    assertThat(a.grad().item()).isEqualTo(4);
  }

  @Test
  void gradientsShareMemoryWithNothing() {
    for (Backward[] options : new Backward[][] {{}, {Backward.CREATE_GRAPH}}) {
      Tensor a = Tensor.of(1, 2).requiresGrad_();
      Tensor b = Tensor.of(3, 4).requiresGrad_();
      Tensor yBar = Tensor.of(5, 6);
      a.add(b).backward(yBar, options);
      a.grad().detach().zero_();
      assertThat(b.grad().detach().toArray()).containsExactly(5, 6);
      assertThat(yBar.toArray()).containsExactly(5, 6);
    }
  }

  @Test
  void gradientOfALossThatIsALeafIsNotItsSeed() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor yBar = Tensor.of(5, 6);
    a.backward(yBar, Backward.CREATE_GRAPH);
    a.grad().detach().zero_();
    assertThat(yBar.toArray()).containsExactly(5, 6);
  }

  @Test
  void onlyLeavesKeepGradients() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor b = a.mul(2);
    b.mul(b).backward();
    assertThat(a.hasGrad()).isTrue();
    assertThat(b.hasGrad()).isFalse();
  }
}
