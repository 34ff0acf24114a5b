package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Tensors taken out of the graph, and views that several make up one function. */
class DetachInPlaceTest {
  private final Tensor a = Tensor.of(1, 2).requiresGrad_().named("a");

  // [proof->autograd~detach-in-place~1]
  @Test
  void resultBecomesALeafWithoutAGradient() {
    Tensor b = a.mul(2).retainGrad();
    assertThat(b.detach_()).isSameAs(b);
    assertThat(b.isLeaf()).isTrue();
    assertThat(b.requiresGrad()).isFalse();
    assertThat(b.retainsGrad()).isFalse();
    assertThat(b.gradientFunction()).isEmpty();
  }

  // [proof->autograd~detach-in-place~1]
  @Test
  void viewThatWasTakenBeforeKeepsItsHistory() {
    Tensor b = a.mul(2);
    Tensor view = b.view(2, 1);
    b.detach_();
    assertThat(view.requiresGrad()).isTrue();
    view.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 2);
  }

  // [proof->autograd~detach-in-place~1]
  @Test
  void viewIsRefused() {
    Tensor view = a.mul(2).first(1).named("v");
    assertThatThrownBy(view::detach_)
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            detach_: v : [1] is a view and cannot be detached in place; its base would keep the \
            history
            call detach() for a tensor without history\
            """);
    assertThat(view.requiresGrad()).isTrue();
  }

  // [proof->autograd~views-of-one~1]
  @Test
  void oneOfSeveralViewsIsNotChangedInPlace() {
    List<Tensor> parts = a.mul(1).unbind(0);
    assertThatThrownBy(() -> parts.get(0).add_(1))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            add_: [] is one of several views that unbind made, and their histories cannot be told \
            apart after a change in place
            take the view by select or slice instead\
            """);
    assertThat(parts.get(0).item()).isEqualTo(1);
    assertThat(parts.get(0).version()).isZero();
  }

  // [proof->autograd~views-of-one~1]
  @Test
  void viewOfOneOfSeveralIsNotChangedEither() {
    Tensor part = Tensor.ones(2, 3).requiresGrad_().mul(1).split(0, 1).get(1);
    assertThatThrownBy(() -> part.select(1, 0).zero_())
        .isExactlyInstanceOf(GradientException.class)
        .hasMessageContaining("is one of several views that split made");
  }

  // [proof->autograd~views-of-one~1]
  @Test
  void unrecordedTheyMayBeChanged() {
    Tensor plain = Tensor.of(1, 2);
    plain.unbind(0).get(0).add_(1);
    assertThat(plain.toArray()).containsExactly(2, 2);
  }

  // [proof->autograd~views-of-one~1]
  @Test
  void partsAreThoseOfTheirSlices() {
    Tensor x = Tensor.arange(10).reshape(5, 2);
    assertThat(x.unbind(-1)).extracting(part -> part.toArray()[4]).containsExactly(8.0, 9.0);
    assertThat(x.split(0, 2)).extracting(part -> part.size(0)).containsExactly(2, 2, 1);
    assertThat(Tensor.zeros(0, 2).split(0, 3)).extracting(part -> part.size(0)).containsExactly(0);
    assertThat(Tensor.zeros(0, 2).unbind(0)).isEmpty();
    assertThat(x.split(0, 2).get(2).toArray()).containsExactly(8, 9);
    assertThat(x.split(0, 2).get(2).sharesStorageWith(x)).isTrue();
  }

  // [proof->autograd~views-of-one~1]
  @Test
  void partThatIsNotUsedGetsZeros() {
    Tensor x = Tensor.of(1, 2, 3, 4).requiresGrad_();
    x.split(0, 2).get(0).mul(3).sum().backward();
    assertThat(x.grad().toArray()).containsExactly(3, 3, 0, 0);
  }

  // [proof->autograd~views-of-one~1]
  @Test
  void partWithoutAnIndexIsRefused() {
    assertThatThrownBy(() -> a.split(0, 0))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("split: a part must have at least one index\n  given  0");
  }
}
