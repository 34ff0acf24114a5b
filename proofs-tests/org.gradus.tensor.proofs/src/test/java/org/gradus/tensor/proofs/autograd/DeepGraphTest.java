package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Chains far deeper than any call stack. */
// [proof->autograd~deep-graph~1]
// [proof->behavior~B13~1]
class DeepGraphTest {
  private static final int DEPTH = 1_000_000;

  @Test
  void millionAdditionsAreWalkedBack() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    Tensor b = a;
    for (int i = 0; i < DEPTH; i++) {
      b = b.add(1);
    }
    b.backward();
    assertThat(b.item()).isEqualTo(1 + DEPTH);
    assertThat(a.grad().item()).isOne();
  }

  @Test
  void millionChangesInPlaceAreWalkedBack() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    Tensor b = a.mul(3);
    for (int i = 0; i < DEPTH; i++) {
      b.add_(1);
    }
    b.backward();
    assertThat(a.grad().item()).isEqualTo(3);
  }

  @Test
  void manyUsesOfOneValueAreSummed() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    Tensor sum = Tensor.scalar(0);
    for (int i = 0; i < DEPTH / 10; i++) {
      sum = sum.add(a);
    }
    sum.backward();
    assertThat(a.grad().item()).isEqualTo(DEPTH / 10);
  }

  @Test
  void doublingLadderCountsItsPaths() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    Tensor b = a;
    for (int i = 0; i < 50; i++) {
      b = b.add(b);
    }
    b.backward();
    assertThat(a.grad().item()).as("2⁵⁰ paths, one visit a node").isEqualTo(Math.pow(2, 50));
  }

  @Test
  void updatesInNoGradBlocksKeepNoHistory() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    for (int i = 0; i < 1000; i++) {
      try (var off = NoGrad.on()) {
        a.mul_(1);
      }
    }
    assertThat(a.isLeaf()).isTrue();
  }
}
