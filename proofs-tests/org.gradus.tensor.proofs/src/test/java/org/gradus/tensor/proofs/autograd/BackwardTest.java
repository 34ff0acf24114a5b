package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The walk back: where it may start, and the sum over all paths it computes. */
// [proof->autograd~backward~1]
class BackwardTest {

  @Test
  void gradientIsTheSumOverAllPaths() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    a.mul(2).mul(a.mul(a)).backward();
    assertThat(a.grad().item()).as("derivative of 2a³ at 3").isEqualTo(54);
  }

  @Test
  void pathsOfUnequalLengthMeet() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor b = a.mul(2);
    Tensor c = b.mul(5);
    c.mul(7).add(b).add(a).backward();
    assertThat(a.grad().item()).isEqualTo(2 * 5 * 7 + 2 + 1);
  }

  @Test
  void operandUsedTwiceByOneOperationCountsTwice() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    a.mul(a).add(a).sub(a).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
  }

  @Test
  void branchThatDoesNotReachTheLossGetsNothing() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor unused = Tensor.scalar(4).requiresGrad_();
    unused.mul(a);
    a.mul(2).backward();
    assertThat(a.grad().item()).isEqualTo(2);
    assertThat(unused.hasGrad()).isFalse();
  }

  @Test
  void oneElementOfAnyRankIsALoss() {
    for (int[] shape : new int[][] {{}, {1}, {1, 1, 1}}) {
      Tensor a = Tensor.full(2, shape).requiresGrad_();
      a.mul(a).backward();
      assertThat(a.grad().shape()).isEqualTo(shape);
      assertThat(a.grad().item()).isEqualTo(4);
    }
  }

  @Test
  void givenGradientMakesAVectorJacobianProduct() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor yBar = Tensor.of(1, 10);
    a.mul(a).backward(yBar);
    assertThat(a.grad().toArray()).containsExactly(2, 40);
    assertThat(yBar.toArray()).containsExactly(1, 10);
  }

  @Test
  void leafMayBeItsOwnLoss() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    a.backward();
    assertThat(a.grad().item()).isOne();
  }

  @Test
  void gradientsAreSummedBackToTheShapeOfTheOperand() {
    Tensor a = Tensor.ones(3, 1).requiresGrad_();
    Tensor b = Tensor.ones(4).requiresGrad_();
    Tensor c = Tensor.scalar(2).requiresGrad_();
    a.mul(b).mul(c).sum().backward();
    assertThat(a.grad().shape()).containsExactly(3, 1);
    assertThat(a.grad().toArray()).containsExactly(8, 8, 8);
    assertThat(b.grad().toArray()).containsExactly(6, 6, 6, 6);
    assertThat(c.grad().shape()).isEmpty();
    assertThat(c.grad().item()).isEqualTo(12);
    Tensor row = Tensor.ones(1, 3).requiresGrad_();
    row.expand(4, 3).sum().backward();
    assertThat(row.grad().toArray()).containsExactly(4, 4, 4);
  }

  @Test
  void emptyBroadcastGivesZeros() {
    Tensor a = Tensor.ones(3, 1).requiresGrad_();
    Tensor b = Tensor.ones(3, 0).requiresGrad_();
    a.mul(b).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(0, 0, 0);
    assertThat(b.grad().shape()).containsExactly(3, 0);
  }

  @Test
  void repeatedIndexAccumulates() {
    Tensor a = Tensor.of(1, 2, 3).requiresGrad_();
    a.index(IndexTensor.of(0, 0, 2)).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 0, 1);
  }

  @Test
  void lossOfSeveralElementsIsRefused() {
    Tensor y = Tensor.of(1, 2).requiresGrad_().mul(2);
    assertThatThrownBy(() -> y.backward()).isExactlyInstanceOf(GradientException.class);
    Tensor none = Tensor.zeros(0).requiresGrad_().mul(2);
    assertThatThrownBy(() -> none.backward()).isExactlyInstanceOf(GradientException.class);
  }

  @Test
  void givenGradientMustHaveTheShapeOfTheResult() {
    Tensor y = Tensor.of(1, 2).requiresGrad_().mul(2);
    assertThatThrownBy(() -> y.backward(Tensor.ones(3))).isExactlyInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> y.backward(Tensor.scalar(1)))
        .isExactlyInstanceOf(ShapeException.class);
  }

  @Test
  void lossWithoutAGraphIsRefused() {
    assertThatThrownBy(() -> Tensor.ones(2).sum().backward())
        .isExactlyInstanceOf(GradientException.class);
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    assertThatThrownBy(() -> a.detach().sum().backward())
        .isExactlyInstanceOf(GradientException.class);
    assertThatThrownBy(() -> a.eq(a).sum().backward()).isExactlyInstanceOf(GradientException.class);
  }

  @Test
  void optionGivenTwiceCountsOnce() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor loss = a.mul(a);
    loss.backward(Backward.RETAIN_GRAPH, Backward.RETAIN_GRAPH);
    loss.backward();
    assertThat(a.grad().item()).isEqualTo(12);
  }
}
