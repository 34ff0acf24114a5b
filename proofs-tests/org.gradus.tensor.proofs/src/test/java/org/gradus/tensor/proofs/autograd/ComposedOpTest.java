package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;
import org.junit.jupiter.api.Test;

/** An operation whose forward line is made of others is recorded as one. */
// [proof->autograd~gradient-function~1]
class ComposedOpTest {

  /** y = x³, x̄ = ȳ·3·x². */
  private record Cube(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(x).mul(x);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> yBar.mul(x.square().mul(3)));
    }

    @Override
    public Saved saved() {
      return Saved.of(x);
    }
  }

  @Test
  void itsGraphIsTheOperationAndTheLeaf() {
    Tensor x = Tensor.of(2, -1).requiresGrad_();
    Tensor y = Tensor.apply(new Cube(x));
    assertThat(y.gradientFunction().orElseThrow().name()).isEqualTo("CubeBackward");
    assertThat(y.gradientFunction().orElseThrow().next())
        .extracting("name")
        .containsExactly("AccumulateGrad");
    y.sum().backward();
    assertThat(x.grad().toArray()).containsExactly(12, 3);
  }

  /** Gradient reversal, y = x and x̄ = −ȳ, which returns its operand or a view of it. */
  private record Reversal(Tensor x, boolean view) implements UnaryOp {
    @Override
    public Tensor forward() {
      return view ? x.reshape(x.shape()) : x;
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, yBar::neg);
    }
  }

  // [proof->autograd~own-memory~1]
  @Test
  void resultHasMemoryAndHistoryOfItsOwn() {
    for (boolean view : new boolean[] {false, true}) {
      Tensor x = Tensor.of(2, -1).requiresGrad_();
      for (int pass = 0; pass < 2; pass++) {
        x.clearGrad();
        Tensor y = Tensor.apply(new Reversal(x, view));
        assertThat(y.sharesStorageWith(x)).isFalse();
        y.mul(3).sum().backward();
        assertThat(x.grad().toArray()).containsExactly(-3, -3);
        assertThat(x.isLeaf()).isTrue();
      }
    }
  }

  @Test
  void recordingGoesOnAfterwards() {
    Tensor x = Tensor.scalar(2).requiresGrad_();
    Tensor.apply(new Cube(x));
    assertThat(x.mul(2).requiresGrad()).isTrue();
    try (var off = NoGrad.on()) {
      assertThat(Tensor.apply(new Cube(x)).requiresGrad()).isFalse();
      assertThat(x.mul(2).requiresGrad()).isFalse();
    }
  }
}
