package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.Autograd;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;
import org.junit.jupiter.api.Test;

/** A rule that computes outside of the graph: right once, and an error the second time. */
// [proof->autograd~once-differentiable~1]
class OnceDifferentiableTest {

  private record Square(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(x);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> yBar.mul(Tensor.of(x.detach().toArray()).reshape(x.shape()).mul(2)));
    }

    @Override
    public Saved saved() {
      return Saved.of(x);
    }

    @Override
    public boolean onceDifferentiable() {
      return true;
    }
  }

  private static final String REFUSAL =
      """
      backward: the rule of Square is only differentiable once
      write it in tensor operations and leave onceDifferentiable() false for a second derivative\
      """;

  private final Tensor a = Tensor.scalar(2).requiresGrad_();

  @Test
  void firstDerivativeIsRightRecordedOrNot() {
    assertThat(Autograd.gradient(Tensor.apply(new Square(a)), a).item()).isEqualTo(4);
    Tensor recorded = Autograd.of(Tensor.apply(new Square(a))).createGraph().grad(a).get(0);
    assertThat(recorded.item()).isEqualTo(4);
    assertThat(recorded.requiresGrad()).isTrue();
  }

  @Test
  void secondDerivativeThroughAConstantGradientIsRefused() {
    Tensor first = Autograd.of(Tensor.apply(new Square(a))).createGraph().grad(a).get(0);
    assertThatThrownBy(() -> Autograd.gradient(first, a))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(REFUSAL);
  }

  @Test
  void secondDerivativeThroughAGradientThatRequiresOneIsRefused() {
    Tensor first = Autograd.of(Tensor.apply(new Square(a)).pow(2)).createGraph().grad(a).get(0);
    assertThat(first.item()).isEqualTo(32);
    assertThatThrownBy(() -> first.backward())
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(REFUSAL);
    assertThat(a.hasGrad()).isFalse();
  }
}
