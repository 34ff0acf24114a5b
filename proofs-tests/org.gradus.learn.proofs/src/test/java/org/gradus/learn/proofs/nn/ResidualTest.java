package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.Residual;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of residual connections: concept M7 of the lesson. */
// [proof->learn~residual~1]
class ResidualTest {

  private final Activation<Tensor> square = Activation.of("Square", Tensor::square);
  private final Activation<Tensor> triple = Activation.of("Triple", x -> x.mul(3));

  /** y = x² + x, so that x̄ = 2x + 1. */
  @Test
  void theArgumentIsAdded() {
    Tensor x = Tensor.of(-1, 0, 2).requiresGrad_();
    Tensor y = Residual.of(square).forward(x);
    assertThat(y.detach().toArray()).containsExactly(0, 0, 6);
    y.sum().backward();
    assertThat(x.grad().toArray()).containsExactly(-1, 1, 5);
  }

  @Test
  void orItsWayThroughAnother() {
    assertThat(Residual.of(square, triple).forward(Tensor.of(-1, 0, 2)).toArray())
        .containsExactly(-2, 0, 10);
  }

  /** Nothing is broadcast. */
  @Test
  void bothWaysLeadToOneShape() {
    Activation<Tensor> total = Activation.of("Total", Tensor::sum);
    assertThatThrownBy(() -> Residual.of(total).forward(Tensor.ones(3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            residual: both ways must lead to one shape
              through the block  []
              around it          [3]
            go around through a module that changes the shape likewise""");
  }
}
