package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Leaves: what is one, when it requires a gradient, and why it is not changed while recording. */
// [proof->autograd~leaf~1]
class LeafTest {

  @Test
  void whatTheUserMakesIsALeaf() {
    Tensor a = Tensor.of(1, 2);
    assertThat(a.isLeaf()).isTrue();
    assertThat(a.requiresGrad()).isFalse();
    assertThat(a.requiresGrad_()).isSameAs(a);
    assertThat(a.requiresGrad()).isTrue();
    assertThat(a.isLeaf()).isTrue();
  }

  @Test
  void resultOfARecordedOperationIsNone() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    assertThat(a.mul(2).isLeaf()).isFalse();
    assertThat(a.detach().mul(2).isLeaf()).isTrue();
  }

  @Test
  void updateThatRebindsTheVariableIsNoLeafAndHasNoGradient() {
    Tensor a = Tensor.of(0.5, 0.75).requiresGrad_();
    a.mul(a).sum().backward();
    Tensor b = a.sub(a.grad().mul(0.1));
    assertThat(b.requiresGrad()).isTrue();
    assertThat(b.isLeaf()).isFalse();
    assertThat(b.hasGrad()).isFalse();
  }

  @Test
  void flagOfALeafMayBeTakenBack() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    assertThat(a.requiresGrad_(false).requiresGrad()).isFalse();
    assertThat(a.mul(2).requiresGrad()).isFalse();
  }

  @Test
  void leafThatStoppedRequiringAGradientGetsNone() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor b = Tensor.of(3, 4).requiresGrad_();
    Tensor loss = a.mul(b).sum();
    a.requiresGrad_(false);
    loss.backward();
    assertThat(a.hasGrad()).isFalse();
    assertThat(b.grad().toArray()).containsExactly(1, 2);
  }

  @Test
  void operationsBeforeTheFlagAreNotRecordedAfterwards() {
    Tensor a = Tensor.of(1, 2);
    Tensor early = a.mul(2);
    a.requiresGrad_();
    assertThat(early.requiresGrad()).isFalse();
    assertThat(a.mul(2).requiresGrad()).isTrue();
  }

  @Test
  void flagOfAResultCannotBeTakenBack() {
    Tensor b = Tensor.of(1, 2).requiresGrad_().mul(2);
    assertThatThrownBy(() -> b.requiresGrad_(false)).isExactlyInstanceOf(GradientException.class);
    assertThat(b.requiresGrad()).isTrue();
    assertThat(b.requiresGrad_()).isSameAs(b);
  }

  @Test
  void leafIsNotChangedInPlaceWhileRecording() {
    for (Consumer<Tensor> change : changes()) {
      Tensor a = Tensor.of(1, 2).requiresGrad_();
      assertThatThrownBy(() -> change.accept(a)).isExactlyInstanceOf(GradientException.class);
      assertThat(a.detach().toArray()).containsExactly(1, 2);
      assertThat(a.version()).isZero();
    }
  }

  @Test
  void viewOfALeafIsNotChangedInPlaceWhileRecording() {
    for (Consumer<Tensor> change : changes()) {
      Tensor a = Tensor.of(1, 2, 3).requiresGrad_();
      Tensor view = a.slice(0, 0, 2);
      Tensor nested = view.unsqueeze(0);
      assertThatThrownBy(() -> change.accept(view)).isExactlyInstanceOf(GradientException.class);
      assertThatThrownBy(() -> change.accept(nested)).isExactlyInstanceOf(GradientException.class);
      assertThat(a.detach().toArray()).containsExactly(1, 2, 3);
      assertThat(a.version()).isZero();
    }
  }

  @Test
  void leafAndItsViewsAreChangedInANoGradBlock() {
    for (Consumer<Tensor> change : changes()) {
      Tensor a = Tensor.of(1, 2).requiresGrad_();
      Tensor view = a.unsqueeze(0);
      try (var off = NoGrad.on()) {
        change.accept(a);
        change.accept(view);
      }
      assertThat(a.version()).isEqualTo(2);
      assertThat(a.isLeaf()).isTrue();
      assertThat(a.requiresGrad()).isTrue();
    }
  }

  private static List<Consumer<Tensor>> changes() {
    return List.of(
        x -> x.add_(1),
        x -> x.sub_(Tensor.of(1, 1)),
        x -> x.mul_(2),
        x -> x.div_(2),
        x -> x.clamp_(0, 1),
        x -> x.relu_(),
        x -> x.exp_(),
        x -> x.zero_(),
        x -> x.fill_(3),
        x -> x.copy_(Tensor.of(5, 6)),
        x -> x.uniform_(0, 1, new Random(1)),
        x -> x.normal_(0, 1, new Random(1)));
  }
}
