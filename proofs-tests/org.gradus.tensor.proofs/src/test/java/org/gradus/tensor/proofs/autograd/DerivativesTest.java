package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.Axis;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Dim;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Jacobians, Hessians and their products, by hand. */
// [proof->autograd~derivatives~1]
class DerivativesTest {
  private interface Coefficient extends Axis {}

  private interface Output extends Axis {}

  private final Tensor x = Tensor.of(1, 2).named("x");

  @Test
  void jacobianOfSquares() {
    Tensor jacobian = Derivatives.jacobian(Tensor::square, x);
    assertThat(jacobian.shape()).containsExactly(2, 2);
    assertThat(jacobian.toArray()).containsExactly(2, 0, 0, 4);
    assertThat(x.requiresGrad()).as("the argument is left alone").isFalse();
  }

  @Test
  void hessianOfCubes() {
    Tensor hessian = Derivatives.hessian(t -> t.pow(3).sum(), x);
    assertThat(hessian.toArray()).containsExactly(6, 0, 0, 12);
  }

  @Test
  void shapesAreThoseOfTheResultAndTheArgument() {
    Tensor m = Tensor.ones(2, 3);
    assertThat(Derivatives.jacobian(t -> t.sum(0), m).shape()).containsExactly(3, 2, 3);
    assertThat(Derivatives.jacobian(Tensor::sum, m).shape()).containsExactly(2, 3);
    assertThat(Derivatives.hessian(t -> t.square().sum(), m).shape()).containsExactly(2, 3, 2, 3);
    assertThat(Derivatives.jacobian(t -> t.first(0), x).shape()).containsExactly(0, 2);
  }

  @Test
  void typedDerivativesNameTheirAxes() {
    Dim<Coefficient> d = Dim.of(Coefficient.class, 2);
    Dim<Output> n = Dim.of(Output.class, 3);
    Matrix<Output, Coefficient> a = Matrix.of(n, d, 1, 2, 3, 4, 5, 6);
    Vector<Coefficient> w = Vector.of(d, 1, 2);
    Matrix<Output, Coefficient> jacobian = Derivatives.jacobian(v -> a.matmul(v), w);
    assertThat(jacobian.signature()).isEqualTo("[output=3, coefficient=2]");
    assertThat(jacobian.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    Matrix<Coefficient, Coefficient> hessian =
        Derivatives.hessian(v -> a.matmul(v).square().sum(), w);
    assertThat(hessian.toArray()).as("2AᵀA").containsExactly(70, 88, 88, 112);
  }

  @Test
  void productsAreThoseOfTheMatrices() {
    Tensor v = Tensor.of(10, 100);
    assertThat(Derivatives.vjp(Tensor::square, x, v).toArray()).containsExactly(20, 400);
    assertThat(Derivatives.jvp(t -> t.mul(t.sum()), x, v).toArray()).containsExactly(140, 520);
    assertThat(Derivatives.hvp(t -> t.select(0, 0).mul(t.select(0, 1)), x, v).toArray())
        .containsExactly(100, 10);
  }

  @Test
  void constantAndLinearFunctionsHaveZeros() {
    assertThat(Derivatives.jacobian(t -> Tensor.ones(2), x).toArray()).containsOnly(0);
    assertThat(Derivatives.hessian(t -> t.sum(), x).toArray()).containsOnly(0);
    assertThat(Derivatives.hessian(t -> Tensor.scalar(1), x).toArray()).containsOnly(0);
    assertThat(Derivatives.hvp(t -> t.sum(), x, x).toArray()).containsOnly(0);
    assertThat(Derivatives.jvp(t -> Tensor.ones(3), x, x).toArray()).containsExactly(0, 0, 0);
    assertThat(Derivatives.vjp(t -> Tensor.ones(2), x, x).toArray()).containsOnly(0);
  }

  @Test
  void blockWithoutRecordingDoesNotMatter() {
    try (var off = NoGrad.on()) {
      assertThat(Derivatives.hessian(t -> t.pow(3).sum(), x).toArray())
          .containsExactly(6, 0, 0, 12);
      assertThat(x.requiresGrad_().mul(2).requiresGrad()).isFalse();
    }
  }

  @Test
  void vectorOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> Derivatives.jvp(Tensor::square, x, Tensor.ones(3)))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(
            "jvp: v must have the shape of the argument x\n"
                + "  argument x  x : [2]\n  v           [3]");
    assertThatThrownBy(() -> Derivatives.vjp(Tensor::sum, x, Tensor.ones(3)))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(
            "vjp: v must have the shape of the result y\n" + "  result y  []\n  v         [3]");
    assertThatThrownBy(() -> Derivatives.hvp(Tensor::sum, x, Tensor.ones(1)))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessageStartingWith("hvp: v must have the shape of the argument x");
  }

  @Test
  void hessianOfSeveralNumbersIsRefused() {
    assertThatThrownBy(() -> Derivatives.hessian(Tensor::square, x))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessage(
            """
            hessian: the function must return a single number, and it returned [2] of 2 elements
            reduce it by sum() or mean()\
            """);
  }
}
