package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Walking the same graph again: refused once saved values are freed, unless they are kept. */
// [proof->autograd~retain-graph~1]
class RetainGraphTest {
  private final Tensor a = Tensor.of(1, 2).requiresGrad_();

  @Test
  void secondWalkThroughFreedValuesIsRefused() {
    Tensor loss = a.mul(a).sum();
    loss.backward();
    assertThatThrownBy(() -> loss.backward()).isExactlyInstanceOf(GradientException.class);
    assertThat(a.grad().toArray()).as("nothing was added").containsExactly(2, 4);
  }

  @Test
  void secondWalkIsLegalWhereNothingWasSaved() {
    Tensor loss = a.add(a).sum();
    loss.backward();
    loss.backward();
    assertThat(a.grad().toArray()).containsExactly(4, 4);
  }

  @Test
  void retainedGraphIsWalkedAgain() {
    Tensor loss = a.mul(a).sum();
    loss.backward(Backward.RETAIN_GRAPH);
    loss.backward(Backward.RETAIN_GRAPH);
    loss.backward();
    assertThat(a.grad().toArray()).containsExactly(6, 12);
    assertThatThrownBy(() -> loss.backward()).isExactlyInstanceOf(GradientException.class);
  }

  @Test
  void sharedPartIsFreedForTheOtherLossToo() {
    Tensor shared = a.exp();
    Tensor first = shared.sum();
    Tensor second = shared.mul(2).sum();
    first.backward();
    assertThatThrownBy(() -> second.backward()).isExactlyInstanceOf(GradientException.class);
  }

  @Test
  void operationOfAFreedNodeIsGone() {
    Tensor y = a.mul(a);
    GradientFunction node = y.gradientFunction().orElseThrow();
    assertThat(node.op()).isPresent();
    y.sum().backward();
    assertThat(node.op()).isEmpty();
    assertThat(node.name()).isEqualTo("MulBackward");
  }

  @Test
  void walkThatFailsAddsToNoLeaf() {
    Tensor b = Tensor.of(3, 4).requiresGrad_();
    Tensor spoiled = a.mul(1).exp();
    Tensor loss = spoiled.add(b.mul(2)).add(Tensor.of(5, 6).requiresGrad_().mul(3)).sum();
    spoiled.detach().zero_();
    assertThatThrownBy(() -> loss.backward()).isExactlyInstanceOf(GradientException.class);
    assertThat(a.hasGrad()).isFalse();
    assertThat(b.hasGrad()).isFalse();
  }
}
