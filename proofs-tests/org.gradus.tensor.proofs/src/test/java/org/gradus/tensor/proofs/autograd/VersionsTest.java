package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;
import org.junit.jupiter.api.Test;

/** Saved values: one that was changed is found out, and nothing else is. */
// [proof->autograd~versions~1]
class VersionsTest {
  private final Tensor a = Tensor.of(1, 2).requiresGrad_();

  @Test
  void changedResultIsFoundOut() {
    Tensor y = a.exp();
    y.add_(1);
    refused(y.sum());
  }

  @Test
  void changedOperandIsFoundOut() {
    Tensor b = a.mul(1);
    Tensor y = b.mul(b);
    b.add_(1);
    refused(y.sum());
  }

  @Test
  void leafChangedInANoGradBlockIsFoundOut() {
    Tensor loss = a.mul(a).sum();
    try (var off = NoGrad.on()) {
      a.sub_(0.1);
    }
    refused(loss);
  }

  @Test
  void changeOfAViewOrOfTheBaseIsFoundOut() {
    Tensor b = a.mul(1);
    Tensor whole = b.square().sum();
    b.select(0, 0).add_(1);
    refused(whole);
    Tensor c = a.mul(1);
    Tensor part = c.slice(0, 0, 1).square().sum();
    c.add_(1);
    refused(part);
  }

  @Test
  void changeOfOtherPartsOfTheStorageIsFoundOutToo() {
    Tensor b = a.mul(1);
    Tensor part = b.slice(0, 0, 1).square().sum();
    b.slice(0, 1, 2).add_(1);
    refused(part);
  }

  @Test
  void valueThatIsNotSavedMayBeChanged() {
    Tensor b = a.mul(1);
    Tensor y = b.add(b);
    b.mul_(3);
    y.add(b).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(5, 5);
  }

  @Test
  void factorIsSavedOnlyForTheGradientOfTheOther() {
    Tensor c = Tensor.of(3, 4);
    Tensor b = a.mul(1);
    Tensor y = b.mul(c).sum();
    b.add_(1);
    y.backward();
    assertThat(a.grad().toArray()).containsExactly(3, 4);
    Tensor z = a.mul(1).mul(c).sum();
    c.add_(1);
    refused(z);
  }

  @Test
  void weightsOfAProductMayBeUpdatedBeforeTheWalkAndItsDataNot() {
    Tensor x = Tensor.ones(3, 2);
    Tensor loss = x.matmul(a).sum();
    try (var off = NoGrad.on()) {
      a.mul_(5);
    }
    loss.backward();
    assertThat(a.grad().toArray()).containsExactly(3, 3);
    Tensor again = x.matmul(a).sum();
    x.select(1, 0).zero_();
    refused(again);
  }

  @Test
  void copyMayBeChanged() {
    Tensor b = a.mul(1);
    Tensor y = b.square();
    b.clone().zero_();
    y.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
  }

  @Test
  void operationOfOnesOwnIsGuardedAlike() {
    Tensor b = a.mul(1);
    Tensor y = Tensor.apply(new Cube(b));
    b.add_(1);
    refused(y.sum());
  }

  /** The walk fails by the version, and has added nothing. */
  private void refused(Tensor loss) {
    a.clearGrad();
    assertThatThrownBy(() -> loss.backward())
        .isExactlyInstanceOf(GradientException.class)
        .hasMessageContaining("was changed in place afterwards");
    assertThat(a.hasGrad()).isFalse();
  }

  private record Cube(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(x).mul(x);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> yBar.mul(x.square()).mul(3));
    }

    @Override
    public Saved saved() {
      return Saved.of(x);
    }
  }
}
