package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Gradients that are asked for: returned, not accumulated. */
// [proof->autograd~grad~1]
class AutogradTest {
  private interface Coefficient extends Axis {}

  private final Tensor a = Tensor.of(1, 2).requiresGrad_().named("a");
  private final Tensor b = Tensor.of(3, 4).requiresGrad_().named("b");

  @Test
  void nothingAccumulates() {
    List<Tensor> gradients = Autograd.of(a.mul(b).sum()).grad(a, b);
    assertThat(gradients.get(0).toArray()).containsExactly(3, 4);
    assertThat(gradients.get(1).toArray()).containsExactly(1, 2);
    assertThat(a.hasGrad()).isFalse();
    assertThat(b.hasGrad()).isFalse();
  }

  @Test
  void resultIsAnInputToo() {
    Tensor c = a.mul(3);
    Tensor loss = c.square().sum();
    assertThat(Autograd.of(loss).grad(c).get(0).toArray()).containsExactly(6, 12);
  }

  @Test
  void resultIsItsOwnInput() {
    Tensor loss = a.sum();
    assertThat(Autograd.of(loss).grad(loss).get(0).item()).isEqualTo(1);
  }

  @Test
  void inputThatIsNamedTwiceIsAnsweredTwice() {
    List<Tensor> gradients = Autograd.of(a.square().sum()).grad(a, a);
    assertThat(gradients.get(0).toArray()).containsExactly(2, 4);
    assertThat(gradients.get(1).toArray()).containsExactly(2, 4);
  }

  @Test
  void rootThatIsNamedTwiceCountsTwice() {
    Tensor loss = a.square().sum();
    Autograd.of(loss, loss).backward();
    assertThat(a.grad().toArray()).containsExactly(4, 8);
  }

  @Test
  void seedsWeighTheResults() {
    Tensor y = a.mul(2);
    Tensor z = a.sum();
    Tensor gradient = Autograd.of(y, z).seeds(Tensor.of(1, 10), Tensor.scalar(100)).grad(a).get(0);
    assertThat(gradient.toArray()).containsExactly(102, 120);
  }

  @Test
  void typedGradientHasTheFaceOfItsInput() {
    Dim<Coefficient> d = Dim.of(Coefficient.class, 2);
    Vector<Coefficient> w = Vector.of(d, 1, 2).requiresGrad_();
    Vector<Coefficient> gradient = Autograd.gradient(w.square().sum(), w);
    assertThat(gradient.toArray()).containsExactly(2, 4);
    assertThat(gradient.signature()).isEqualTo("[coefficient=2]");
  }

  @Test
  void unusedInputIsRefusedEmptyOrZeroAsAsked() {
    Tensor loss = a.mul(2).sum();
    assertThatThrownBy(() -> Autograd.of(loss).grad(a, b))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            grad: input 1, b : [2], was not used to compute []
            it is a leaf that no recorded operation has used; call gradIfUsed for an empty \
            gradient, or zeroIfUnused() for zeros\
            """);
    List<Optional<Tensor>> used = Autograd.of(loss).retainGraph().gradIfUsed(a, b);
    assertThat(used.get(0).orElseThrow().toArray()).containsExactly(2, 2);
    assertThat(used.get(1)).isEmpty();
    assertThat(Autograd.of(loss).zeroIfUnused().grad(a, b).get(1).toArray()).containsExactly(0, 0);
    assertThat(Autograd.of(loss).zeroIfUnused().gradIfUsed(b).get(0).orElseThrow().toArray())
        .containsExactly(0, 0);
  }

  @Test
  void inputThatIsUsedElsewhereIsTold() {
    b.mul(2);
    assertThatThrownBy(() -> Autograd.of(a.sum()).grad(b))
        .hasMessageContaining("it is used elsewhere, or the way was cut by detach()");
  }

  @Test
  void refusalAddsNothingAndLeavesTheGraph() {
    Tensor loss = a.square().sum();
    assertThatThrownBy(() -> Autograd.of(loss).grad(Tensor.of(1))).isNotNull();
    assertThatThrownBy(() -> Autograd.of(loss).grad()).isNotNull();
    assertThatThrownBy(() -> Autograd.of(loss).seeds(Tensor.of(1))).isNotNull();
    loss.backward();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
  }

  @Test
  void inputWithoutAGradientIsRefusedByIndexAndReason() {
    Tensor x = Tensor.ones(2).named("x");
    assertThatThrownBy(() -> Autograd.of(a.mul(x).sum()).grad(a, x))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            grad: input 1, x : [2], does not require a gradient
            it is a leaf without requiresGrad_()\
            """);
  }

  @Test
  void noInputIsRefused() {
    assertThatThrownBy(() -> Autograd.of(a.sum()).grad())
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            "grad: there must be at least one input to compute the gradient by\n  given  none");
  }

  @Test
  void severalNumbersNeedASeed() {
    assertThatThrownBy(() -> Autograd.of(a.named("a")).grad(a))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            grad: each result must be a single number, and a : [2] has 2 elements
            reduce it by sum() or mean(), or pass seeds of its shape\
            """);
  }

  @Test
  void seedsMustFitTheResults() {
    assertThatThrownBy(() -> Autograd.of(a, b).seeds(Tensor.ones(2)))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage("seeds: each result needs one gradient\n  results    2\n  gradients  1");
    assertThatThrownBy(() -> Autograd.of(a, b).seeds(Tensor.ones(2), Tensor.ones(3)))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(
            """
            seeds: the gradient must have the shape of the result
              result 1    b : [2]
              gradient 1  [3]\
            """);
  }

  @Test
  void gradientWithoutAGraphSaysSo() {
    Tensor gradient = Autograd.gradient(a.pow(3).sum(), a);
    assertThatThrownBy(() -> Autograd.of(gradient.sum()).grad(a))
        .hasMessage(
            """
            grad: no gradient path leads to []; it does not require a gradient
            it was computed from a tensor that is a gradient that was computed without CREATE_GRAPH\
            """);
  }

  @Test
  void thirdDerivativeIsExact() {
    Tensor x = Tensor.scalar(2).requiresGrad_();
    Tensor first = Autograd.of(x.pow(3)).createGraph().grad(x).get(0);
    Tensor second = Autograd.of(first).createGraph().grad(x).get(0);
    assertThat(List.of(first.item(), second.item(), Autograd.gradient(second, x).item()))
        .containsExactly(12.0, 12.0, 6.0);
  }

  // [proof->autograd~own-memory~1]
  @Test
  void returnedGradientsShareNoMemory() {
    Tensor seed = Tensor.ones(2);
    List<Tensor> gradients = Autograd.of(a.add(0)).seeds(seed).grad(a, a);
    gradients.get(0).mul_(5);
    assertThat(gradients.get(1).toArray()).containsExactly(1, 1);
    assertThat(seed.toArray()).containsExactly(1, 1);
  }

  @Test
  void noResultIsRefused() {
    assertThatThrownBy(() -> Autograd.of())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("of: there must be at least one result to compute gradients of\n  given  none");
  }

  @Test
  void keptGraphIsAskedAgain() {
    Tensor loss = a.square().sum();
    assertThat(Autograd.of(loss).retainGraph().grad(a).get(0).toArray()).containsExactly(2, 4);
    assertThat(Autograd.of(loss).grad(a).get(0).toArray()).containsExactly(2, 4);
    assertThatThrownBy(() -> Autograd.of(loss).grad(a)).isInstanceOf(GradientException.class);
  }

  // [proof->autograd~inputs~1]
  @Test
  void onlyInputsReceiveTheirGradient() {
    Autograd.of(a.mul(b).sum()).backward(a);
    assertThat(a.grad().toArray()).containsExactly(3, 4);
    assertThat(b.hasGrad()).isFalse();
  }

  // [proof->autograd~inputs~1]
  @Test
  void resultAmongTheInputsReceivesItsGradient() {
    Tensor c = a.mul(3);
    Autograd.of(c.square().sum()).backward(c);
    assertThat(c.grad().toArray()).containsExactly(6, 12);
    assertThat(a.hasGrad()).isFalse();
  }

  // [proof->autograd~inputs~1]
  @Test
  void resultThatRetainsItsGradientReceivesItOnce() {
    Tensor c = a.mul(3).retainGrad();
    Autograd.of(c.square().sum()).backward(c, a);
    assertThat(c.grad().toArray()).containsExactly(6, 12);
    assertThat(a.grad().toArray()).containsExactly(18, 36);
  }

  // [proof->autograd~inputs~1]
  @Test
  void ruleThroughWhichNoInputIsReachedDoesNotRun() {
    List<String> ran = new ArrayList<>();
    Tensor other = b.mul(1);
    other.registerHook(
        yBar -> {
          ran.add("node of the other branch");
          return yBar;
        });
    Tensor loss = a.mul(2).add(other).sum();
    assertThat(Autograd.of(loss).grad(a).get(0).toArray()).containsExactly(2, 2);
    assertThat(ran).isEmpty();
  }

  // [proof->autograd~inputs~1]
  @Test
  void branchThatWasNotWalkedKeepsItsSavedValues() {
    Tensor other = b.square();
    Tensor loss = a.mul(2).add(other).sum();
    Autograd.of(loss).grad(a);
    other.sum().backward();
    assertThat(b.grad().toArray()).containsExactly(6, 8);
  }

  // [proof->autograd~inputs~1]
  @Test
  void emptyInputsAreRefused() {
    assertThatThrownBy(() -> Autograd.of(a.sum()).backward(new Tensor[0]))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            "backward: there must be at least one input to compute the gradient by\n  given  none");
  }
}
