package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Gradients of gradients: the walk back recorded as any other computation. */
// [proof->autograd~create-graph~1]
class CreateGraphTest {

  /** A few roundings of numbers of size one. */
  private static final double ROUNDING = 1e-15;

  @Test
  void derivativesOfThePowerAreExact() {
    Tensor x = Tensor.scalar(2).requiresGrad_();
    Tensor y = x.pow(5);
    double[] expected = {80, 160, 240, 240, 120, 0};
    for (double derivative : expected) {
      x.clearGrad();
      y.backward(Backward.CREATE_GRAPH);
      y = x.grad();
      assertThat(y.item()).isEqualTo(derivative);
    }
  }

  @Test
  void derivativesOfRepeatedProductsAreExact() {
    Tensor x = Tensor.scalar(2).requiresGrad_();
    Tensor y = x.mul(x).mul(x).mul(x).mul(x);
    double[] expected = {80, 160, 240, 240, 120};
    for (double derivative : expected) {
      x.clearGrad();
      y.backward(Backward.CREATE_GRAPH);
      y = x.grad();
      assertThat(y.item()).isEqualTo(derivative);
    }
  }

  @Test
  void recordedGradientRequiresOne() {
    Tensor a = Tensor.scalar(2).requiresGrad_();
    a.pow(3).backward(Backward.CREATE_GRAPH);
    assertThat(a.grad().item()).isEqualTo(12);
    assertThat(a.grad().requiresGrad()).isTrue();
  }

  @Test
  void gradientOfAPlainWalkHasNoGraph() {
    Tensor a = Tensor.scalar(2).requiresGrad_();
    a.pow(3).backward();
    assertThatThrownBy(() -> a.grad().backward()).isExactlyInstanceOf(GradientException.class);
  }

  @Test
  void mixedDerivativesAreSymmetric() {
    Tensor a = Tensor.scalar(0.7).requiresGrad_();
    Tensor b = Tensor.scalar(-0.4).requiresGrad_();
    a.mul(b).sin().mul(a).backward(Backward.CREATE_GRAPH);
    Tensor byA = a.grad();
    Tensor byB = b.grad();
    a.clearGrad();
    b.clearGrad();
    byA.backward(Backward.RETAIN_GRAPH);
    double ab = b.grad().item();
    a.clearGrad();
    byB.backward();
    double expected = 2 * 0.7 * Math.cos(-0.28) - 0.7 * 0.7 * -0.4 * Math.sin(-0.28);
    assertThat(ab).isCloseTo(expected, within(ROUNDING));
    assertThat(a.grad().item()).isCloseTo(ab, within(ROUNDING));
  }

  @Test
  void recordingAWalkKeepsTheGraph() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor loss = a.mul(a);
    loss.backward(Backward.CREATE_GRAPH);
    loss.backward();
    assertThat(a.grad().item()).isEqualTo(12);
  }

  @Test
  void changeInPlaceIsDifferentiatedTwice() {
    Tensor x = Tensor.scalar(2).requiresGrad_();
    Tensor y = x.mul(1);
    y.mul_(x);
    y.mul_(x);
    y.backward(Backward.CREATE_GRAPH);
    Tensor first = x.grad();
    assertThat(first.item()).isEqualTo(12);
    x.clearGrad();
    first.backward();
    assertThat(x.grad().item()).isEqualTo(12);
  }

  @Test
  void changeInPlaceThroughAViewIsDifferentiatedTwice() {
    Tensor x = Tensor.of(2, 3).requiresGrad_();
    Tensor y = x.mul(x);
    y.select(0, 1).mul_(x.select(0, 1));
    y.sum().backward(Backward.CREATE_GRAPH);
    Tensor first = x.grad();
    assertThat(first.detach().toArray()).containsExactly(4, 27);
    x.clearGrad();
    first.sum().backward();
    assertThat(x.grad().toArray()).containsExactly(2, 18);
  }
}
