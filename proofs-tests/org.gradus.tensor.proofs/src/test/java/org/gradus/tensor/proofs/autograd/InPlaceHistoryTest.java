package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Recorded changes in place: the new history and the gradients through it. */
// [proof->autograd~in-place~1]
class InPlaceHistoryTest {
  private final Tensor a = Tensor.of(1, 2, 3).requiresGrad_();

  @Test
  void changeRebindsTheHistoryAndRaisesTheVersion() {
    Tensor b = a.mul(2);
    b.add_(1);
    assertThat(nameOf(b)).isEqualTo("AddBackward");
    assertThat(b.version()).isOne();
    b.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 2, 2);
  }

  @Test
  void targetRequiresAGradientWhenTheOtherOperandDoes() {
    Tensor b = Tensor.zeros(3);
    b.add_(a);
    assertThat(b.requiresGrad()).isTrue();
    assertThat(b.isLeaf()).isFalse();
    assertThat(nameOf(b)).isEqualTo("AddBackward");
    b.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(1, 1, 1);
  }

  @Test
  void changeAmongConstantsRecordsNothing() {
    Tensor b = Tensor.ones(3);
    b.mul_(Tensor.of(1, 2, 3)).add_(1);
    assertThat(b.isLeaf()).isTrue();
    assertThat(b.requiresGrad()).isFalse();
  }

  @Test
  void gradientsOfTheFourArithmeticChanges() {
    Tensor w = Tensor.of(2, 4, 8).requiresGrad_();
    a.mul(1).add_(w).sum().backward();
    gradients(w, new double[] {1, 1, 1}, new double[] {1, 1, 1});
    a.mul(1).sub_(w).sum().backward();
    gradients(w, new double[] {1, 1, 1}, new double[] {-1, -1, -1});
    a.mul(1).mul_(w).sum().backward();
    gradients(w, new double[] {2, 4, 8}, new double[] {1, 2, 3});
    a.mul(1).div_(w).sum().backward();
    gradients(w, new double[] {0.5, 0.25, 0.125}, new double[] {-0.25, -0.125, -3.0 / 64});
  }

  @Test
  void gradientOfTheOtherOperandIsSummedToItsShape() {
    Tensor w = Tensor.scalar(2).requiresGrad_();
    a.mul(1).mul_(w).sum().backward();
    assertThat(w.grad().item()).isEqualTo(6);
  }

  @Test
  void clampPassesTheGradientWithinItsBounds() {
    a.mul(1).clamp_(1.5, 2.5).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(0, 1, 0);
  }

  @Test
  void overwritingCutsTheOldHistory() {
    Tensor b = a.mul(1);
    b.zero_();
    b.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(0, 0, 0);
    a.mul(1).fill_(7).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(0, 0, 0);
    a.mul(1).uniform_(0, 1, new Random(1)).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(0, 0, 0);
    a.mul(1).normal_(0, 1, new Random(1)).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(0, 0, 0);
  }

  @Test
  void copySendsTheGradientToItsSource() {
    Tensor source = Tensor.of(4, 5, 6).requiresGrad_();
    Tensor b = a.mul(1);
    b.copy_(source);
    b.mul(Tensor.of(1, 10, 100)).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(0, 0, 0);
    assertThat(source.grad().toArray()).containsExactly(1, 10, 100);
    Tensor wide = Tensor.zeros(2, 3);
    source.clearGrad();
    wide.copy_(source);
    wide.sum().backward();
    assertThat(source.grad().toArray()).containsExactly(2, 2, 2);
  }

  @Test
  void tensorAddedToItselfInPlaceDoubles() {
    Tensor b = a.mul(1);
    b.add_(b);
    b.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 2, 2);
  }

  @Test
  void changeInANoGradBlockKeepsTheHistory() {
    Tensor b = a.mul(2);
    try (var off = NoGrad.on()) {
      b.mul_(100);
    }
    assertThat(nameOf(b)).isEqualTo("MulBackward");
    assertThat(b.version()).isOne();
    b.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 2, 2);
  }

  @Test
  void resultsReadBeforeTheChangeKeepTheirGradient() {
    Tensor b = a.mul(2);
    Tensor before = b.add(0);
    b.mul_(100);
    before.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 2, 2);
  }

  private void gradients(Tensor w, double[] byA, double[] byW) {
    assertThat(a.grad().toArray()).containsExactly(byA);
    assertThat(w.grad().toArray()).containsExactly(byW);
    a.clearGrad();
    w.clearGrad();
  }

  private static String nameOf(Tensor x) {
    return x.gradientFunction().map(GradientFunction::name).orElseThrow();
  }
}
