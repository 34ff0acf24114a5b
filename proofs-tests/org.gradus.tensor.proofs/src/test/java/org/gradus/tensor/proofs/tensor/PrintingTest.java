package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Text of a tensor. */
// [proof->tensor~printing~1]
class PrintingTest {

  /** Axis of the examples. */
  private interface Sample extends Axis {}

  @Test
  void numbersStandInNestedBrackets() {
    assertThat(Tensor.scalar(3)).hasToString("tensor(3.)");
    assertThat(Tensor.of(1, 2.5, -3)).hasToString("tensor([1., 2.5, -3.])");
    assertThat(SmallShapes.counted(2, 2)).hasToString("tensor([[1., 2.],\n        [3., 4.]])");
    assertThat(SmallShapes.counted(2, 2, 1))
        .hasToString(
            """
            tensor([[[1.],
                     [2.]],
                    [[3.],
                     [4.]]])\
            """);
  }

  @Test
  void numbersThatAreNotPlain() {
    assertThat(Tensor.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
        .hasToString("tensor([NaN, Infinity, -Infinity])");
    assertThat(Tensor.of(0.0, -0.0, 0.1, 1e15, 1e14, 1e-300, Double.MIN_VALUE))
        .hasToString("tensor([0., -0., 0.1, 1.0E15, 100000000000000., 1.0E-300, 4.9E-324])");
  }

  @Test
  void axisOfMoreThanEightIsAbridged() {
    assertThat(Tensor.arange(8)).hasToString("tensor([0., 1., 2., 3., 4., 5., 6., 7.])");
    assertThat(Tensor.arange(9)).hasToString("tensor([0., 1., 2., …, 6., 7., 8.])");
    assertThat(Tensor.arange(9).unsqueeze(1))
        .hasToString(
            """
            tensor([[0.],
                    [1.],
                    [2.],
                    …,
                    [6.],
                    [7.],
                    [8.]])\
            """);
  }

  @Test
  void emptyTensorsShowTheirShape() {
    assertThat(Tensor.of()).hasToString("tensor([])");
    assertThat(Tensor.zeros(0, 3)).hasToString("tensor([], shape=[0, 3])");
    assertThat(Tensor.zeros(2, 0)).hasToString("tensor([[],\n        []], shape=[2, 0])");
  }

  @Test
  void graphIsNamedLast() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    assertThat(a).hasToString("tensor([1., 2.], requiresGrad=true)");
    assertThat(a.mul(2)).hasToString("tensor([2., 4.], gradientFunction=MulBackward)");
    assertThat(a.detach()).hasToString("tensor([1., 2.])");
  }

  @Test
  void viewsPrintWhatTheyShow() {
    assertThat(SmallShapes.counted(2, 2).t()).hasToString("tensor([[1., 3.],\n        [2., 4.]])");
    assertThat(Tensor.scalar(1).expand(2)).hasToString("tensor([1., 1.])");
  }

  @Test
  void typedFacesPrintAsTheirTensors() {
    Dim<Sample> n = Dim.of(Sample.class, 1);
    assertThat(Scalar.of(2)).hasToString("tensor(2.)");
    assertThat(Vector.of(n, 2)).hasToString("tensor([2.])");
    assertThat(Matrix.of(n, n, 2)).hasToString("tensor([[2.]])");
  }

  @Test
  void printingLeavesTheTensorAlone() {
    Tensor a = Tensor.arange(20).requiresGrad_();
    String once = a.toString();
    assertThat(a).hasToString(once);
    assertThat(a.version()).isZero();
    assertThat(a.isLeaf()).isTrue();
  }
}
