package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Warnings;
import org.junit.jupiter.api.Test;

/** Gradients of results, and gradients that are assigned. */
class RetainGradTest {
  private final Tensor a = Tensor.of(1, 2).requiresGrad_();

  // [proof->autograd~retain-grad~1]
  @Test
  void gradientOfAResultIsKeptAndAccumulates() {
    Tensor b = a.mul(2).retainGrad().retainGrad();
    Tensor loss = b.square().sum();
    loss.backward(Backward.RETAIN_GRAPH);
    assertThat(b.grad().toArray()).containsExactly(4, 8);
    loss.backward();
    assertThat(b.grad().toArray()).containsExactly(8, 16);
    assertThat(b.retainsGrad()).isTrue();
  }

  // [proof->autograd~retain-grad~1]
  @Test
  void requestKeepsItToo() {
    Tensor b = a.mul(2).retainGrad();
    Autograd.of(b.square().sum()).grad(a);
    assertThat(b.grad().toArray()).containsExactly(4, 8);
    assertThat(a.hasGrad()).isFalse();
  }

  // [proof->autograd~retain-grad~1]
  @Test
  void onALeafNothingHappens() {
    a.retainGrad();
    assertThat(a.retainsGrad()).isFalse();
    a.square().sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
  }

  // [proof->autograd~retain-grad~1]
  @Test
  void changeInPlaceTakesItAlong() {
    Tensor b = a.mul(2).retainGrad();
    b.mul_(3);
    b.sum().backward();
    assertThat(b.grad().toArray()).as("by the value after the change").containsExactly(1, 1);
    assertThat(a.grad().toArray()).containsExactly(6, 6);
  }

  // [proof->autograd~retain-grad~1]
  @Test
  void changeOfTheBaseTakesThatOfAViewAlong() {
    Tensor b = a.mul(2);
    Tensor view = b.select(0, 1).retainGrad();
    b.mul_(3);
    view.mul(5).backward();
    assertThat(view.grad().item()).isEqualTo(5);
    assertThat(a.grad().toArray()).containsExactly(0, 30);
  }

  // [proof->autograd~retain-grad~1]
  @Test
  void tensorWithoutAGradientIsRefused() {
    assertThatThrownBy(() -> Tensor.ones(2).named("x").retainGrad())
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            retainGrad: x : [2] does not require a gradient
            it is a leaf without requiresGrad_()\
            """);
  }

  // [proof->autograd~grad-of-result~1]
  // [proof->autograd~warnings~1]
  @Test
  void readingThatOfAResultIsEmptyAndWarns() {
    Tensor b = a.mul(2).named("b");
    b.sum().backward();
    List<String> heard = new ArrayList<>();
    try (var listening = Warnings.to(heard::add)) {
      assertThat(b.gradIfPresent()).isEmpty();
      assertThat(a.gradIfPresent().orElseThrow().toArray()).containsExactly(2, 2);
    }
    assertThat(heard)
        .containsExactly(
            """
            grad: b : [2] has no gradient: it is the result of MulBackward, and gradients are kept \
            at leaves
            call retainGrad() before backward() to keep that of a result; an update must change the \
            leaf itself, in place, in a NoGrad block\
            """);
  }

  // [proof->autograd~grad-of-result~1]
  @Test
  void readingWhatIsOnlyNotYetThereDoesNotWarn() {
    List<String> heard = new ArrayList<>();
    try (var listening = Warnings.to(heard::add)) {
      assertThat(a.gradIfPresent()).isEmpty();
      assertThat(a.mul(2).retainGrad().gradIfPresent()).isEmpty();
      assertThat(Tensor.ones(2).gradIfPresent()).isEmpty();
    }
    assertThat(heard).isEmpty();
  }

  // [proof->autograd~warnings~1]
  @Test
  void listenerBeforeIsRestored() {
    List<String> outer = new ArrayList<>();
    List<String> inner = new ArrayList<>();
    Tensor b = a.mul(2);
    try (var first = Warnings.to(outer::add)) {
      try (var second = Warnings.to(inner::add)) {
        b.gradIfPresent();
      }
      b.gradIfPresent();
    }
    assertThat(inner).hasSize(1);
    assertThat(outer).isEqualTo(inner);
  }

  // [proof->autograd~grad-assigned~1]
  @Test
  void assignedGradientIsTheAccumulatedOne() {
    Tensor g = Tensor.of(10, 20);
    assertThat(a.setGrad(g)).isSameAs(a);
    assertThat(a.grad()).isSameAs(g);
    a.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(11, 21);
    assertThat(a.grad()).as("later passes add to it").isSameAs(g);
  }

  // [proof->autograd~grad-assigned~1]
  @Test
  void anotherShapeIsRefusedAndChangesNothing() {
    a.sum().backward();
    assertThatThrownBy(() -> a.named("a").setGrad(Tensor.ones(3)))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(
            """
            setGrad: a gradient must have the shape of its tensor
              tensor    a : [2]
              gradient  [3]\
            """);
    assertThat(a.grad().toArray()).containsExactly(1, 1);
  }
}
