package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.GradientException;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Recorded changes in place through views: the history of the base, and of its other views. */
// [proof->autograd~in-place-view~1]
class InPlaceViewTest {
  private final Tensor a = Tensor.of(1, 2, 3).requiresGrad_();

  @Test
  void changeOfAViewIsRecordedOnItsBase() {
    Tensor b = a.mul(1);
    Tensor v = b.slice(0, 0, 2);
    v.mul_(10);
    assertThat(nameOf(b)).isEqualTo("ReplaceRegionBackward");
    assertThat(nameOf(v)).isEqualTo("RegionBackward");
    b.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(10, 10, 1);
  }

  /** The base begins in the middle of its memory. */
  @Test
  void baseThatIsAPartOfATensorFollowsAChangeOfItsView() {
    Tensor b = Tensor.arange(6).slice(0, 2, 5).detach();
    b.mul_(a);
    b.slice(0, 1, 2).mul_(10);
    b.sum().backward();
    assertThat(b.detach().toArray()).containsExactly(2, 3 * 2 * 10, 4 * 3);
    assertThat(a.grad().toArray()).containsExactly(2, 30, 4);
  }

  @Test
  void viewFollowsAChangeOfItsBase() {
    Tensor b = a.mul(1);
    Tensor v = b.slice(0, 0, 2);
    b.mul_(10);
    assertThat(nameOf(v)).isEqualTo("RegionBackward");
    v.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(10, 10, 0);
  }

  @Test
  void viewFollowsAChangeOfAnotherView() {
    Tensor b = a.mul(1);
    Tensor first = b.slice(0, 0, 2);
    Tensor last = b.slice(0, 1, 3);
    first.mul_(10);
    last.mul_(3);
    assertThat(first.detach().toArray()).containsExactly(10, 60);
    first.mul(Tensor.of(1, 100)).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(10, 3000, 0);
  }

  @Test
  void assignedRegionGivesItsGradientToTheAssignedValue() {
    Tensor value = Tensor.of(7).requiresGrad_();
    Tensor b = a.mul(1);
    b.slice(0, 1, 2).copy_(value);
    b.mul(Tensor.of(1, 10, 100)).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(1, 0, 100);
    assertThat(value.grad().toArray()).containsExactly(10);
    assertThat(b.detach().toArray()).containsExactly(1, 7, 3);
  }

  @Test
  void baseOfConstantsRequiresAGradientOnceAPartDoes() {
    Tensor base = Tensor.zeros(2, 2);
    Tensor row = base.select(0, 1);
    Tensor whole = base.t();
    row.copy_(a.slice(0, 0, 2));
    assertThat(base.requiresGrad()).isTrue();
    assertThat(whole.requiresGrad()).isTrue();
    whole.mul(Tensor.of(new double[][] {{1, 10}, {100, 1000}})).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(10, 1000, 0);
  }

  @Test
  void viewOfAViewChangesTheSameBase() {
    Tensor b = a.mul(1);
    b.unsqueeze(1).slice(0, 0, 3, 2).t().select(0, 0).mul_(10);
    assertThat(b.detach().toArray()).containsExactly(10, 2, 30);
    b.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(10, 1, 10);
  }

  @Test
  void repeatedElementsAddTheirGradientsAfterAChangeOfTheBase() {
    Tensor b = Tensor.of(5).requiresGrad_();
    Tensor base = b.mul(1);
    Tensor repeated = base.expand(3);
    base.mul_(2);
    repeated.mul(Tensor.of(1, 10, 100)).sum().backward();
    assertThat(b.grad().toArray()).containsExactly(222);
  }

  @Test
  void oneElementOfARepeatedOneMayBeChanged() {
    Tensor b = Tensor.of(5).requiresGrad_();
    Tensor base = b.mul(1);
    base.expand(3).select(0, 1).mul_(2);
    base.backward();
    assertThat(b.grad().toArray()).containsExactly(2);
  }

  @Test
  void repeatedElementsAreNotChangedTogether() {
    Tensor wide = a.mul(1).unsqueeze(1).expand(3, 2);
    assertThatThrownBy(() -> wide.mul_(2)).isExactlyInstanceOf(ShapeException.class);
    Tensor alias = Tensor.zeros(1).expand(3).detach();
    assertThatThrownBy(() -> alias.select(0, 0).mul_(2)).isExactlyInstanceOf(ShapeException.class);
  }

  @Test
  void viewMadeInANoGradBlockIsNotChangedOutsideOfIt() {
    Tensor b = a.mul(1);
    Tensor made;
    Tensor nested;
    try (var off = NoGrad.on()) {
      made = b.slice(0, 0, 1);
    }
    nested = made.unsqueeze(0);
    for (Tensor view : new Tensor[] {made, nested}) {
      assertThatThrownBy(() -> view.mul_(2)).isExactlyInstanceOf(GradientException.class);
    }
    try (var off = NoGrad.on()) {
      made.mul_(2);
    }
    assertThat(b.detach().toArray()).containsExactly(2, 2, 3);
  }

  @Test
  void viewOfConstantsMadeInANoGradBlockMayBeChanged() {
    Tensor base = Tensor.zeros(2);
    Tensor made;
    try (var off = NoGrad.on()) {
      made = base.slice(0, 0, 1);
    }
    made.add_(1);
    assertThat(base.toArray()).containsExactly(1, 0);
    assertThatThrownBy(() -> made.add_(a.slice(0, 0, 1)))
        .isExactlyInstanceOf(GradientException.class);
  }

  @Test
  void copyingReshapeIsNoViewOfItsOperand() {
    Tensor b = a.mul(1).unsqueeze(1).expand(3, 2);
    Tensor copy = b.reshape(6);
    copy.mul_(10);
    assertThat(b.detach().at(0, 0)).isOne();
    copy.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(20, 20, 20);
  }

  @Test
  void longChainOfViewsIsChangedAndRegenerated() {
    Tensor b = a.mul(1);
    Tensor view = b;
    for (int i = 0; i < 100_000; i++) {
      view = view.unsqueeze(0).squeeze(0);
    }
    view.mul_(2);
    b.add_(view);
    view.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(4, 4, 4);
  }

  private static String nameOf(Tensor x) {
    return x.gradientFunction().map(GradientFunction::name).orElseThrow();
  }
}
