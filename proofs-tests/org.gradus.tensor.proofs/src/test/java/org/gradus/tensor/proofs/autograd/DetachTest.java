package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** An alias without history, and the plain numbers that only it gives away. */
// [proof->autograd~detach~1]
class DetachTest {

  @Test
  void aliasSharesStorageBothWays() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor b = a.detach();
    assertThat(b.sharesStorageWith(a)).isTrue();
    b.select(0, 0).fill_(9);
    assertThat(a.at(0)).isEqualTo(9);
    assertThat(b.version()).isOne();
    assertThat(a.version()).isOne();
  }

  @Test
  void aliasRequiresNoGradientAndIsALeaf() {
    Tensor b = Tensor.of(1, 2).requiresGrad_().mul(2).detach();
    assertThat(b.requiresGrad()).isFalse();
    assertThat(b.isLeaf()).isTrue();
    assertThat(b.mul(2).requiresGrad()).isFalse();
  }

  @Test
  void sourceKeepsItsHistory() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor y = a.mul(a);
    Tensor d = y.detach();
    y.sum().backward();
    assertThat(y.gradientFunction().orElseThrow().name()).isEqualTo("MulBackward");
    assertThat(d.requiresGrad()).isFalse();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
  }

  @Test
  void detachedFactorIsAConstant() {
    Tensor a = Tensor.of(2, 3).requiresGrad_();
    a.mul(a.detach()).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 3);
  }

  @Test
  void aliasOfAViewIsNoViewOfItsBase() {
    Tensor b = Tensor.of(1, 2, 3).requiresGrad_().mul(1);
    Tensor alias = b.slice(0, 0, 2).detach();
    alias.mul_(10);
    assertThat(b.detach().toArray()).containsExactly(10, 20, 3);
    assertThat(b.gradientFunction().orElseThrow().name()).isEqualTo("MulBackward");
  }

  @Test
  void writingThroughAnAliasIsFoundOut() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor y = a.mul(1);
    Tensor loss = y.mul(y).sum();
    y.detach().zero_();
    assertThatThrownBy(() -> loss.backward()).isExactlyInstanceOf(GradientException.class);
  }

  @Test
  void plainArrayOfATensorThatRequiresAGradientIsRefused() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    assertThatThrownBy(a::toArray).isExactlyInstanceOf(GradientException.class);
    assertThat(a.detach().toArray()).containsExactly(1, 2);
    assertThat(a.sum().item()).as("one number may be read").isEqualTo(3);
  }
}
