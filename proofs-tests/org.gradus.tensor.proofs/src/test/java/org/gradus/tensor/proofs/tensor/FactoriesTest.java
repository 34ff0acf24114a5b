package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Tensors of given values: shape, elements, and what is refused. */
// [proof->tensor~factories~1]
class FactoriesTest {

  @Test
  void vectorHasItsValues() {
    assertThat(Tensor.of(3, 2).shape()).containsExactly(2);
    assertThat(Tensor.of(3, 2).toArray()).containsExactly(3, 2);
    assertThat(Tensor.of().shape()).containsExactly(0);
  }

  @Test
  void vectorDoesNotShareTheArrayItIsMadeOf() {
    double[] values = {1, 2};
    Tensor x = Tensor.of(values);
    values[0] = 9;
    assertThat(x.toArray()).containsExactly(1, 2);
    x.toArray()[0] = 9;
    x.shape()[0] = 9;
    assertThat(x.toArray()).containsExactly(1, 2);
    assertThat(x.shape()).containsExactly(2);
  }

  @Test
  void shapeArrayIsNotShared() {
    int[] shape = {2, 3};
    Tensor zeros = Tensor.zeros(shape);
    Tensor expanded = Tensor.scalar(1).expand(shape);
    Tensor reshaped = Tensor.zeros(6).reshape(shape);
    shape[0] = 7;
    assertThat(zeros.shape()).containsExactly(2, 3);
    assertThat(expanded.shape()).containsExactly(2, 3);
    assertThat(reshaped.shape()).containsExactly(2, 3);
  }

  @Test
  void matrixHasItsRows() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(x.shape()).containsExactly(2, 3);
    assertThat(x.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Tensor.of(new double[0][]).shape()).containsExactly(0, 0);
    assertThat(Tensor.of(new double[2][0]).shape()).containsExactly(2, 0);
  }

  @Test
  void raggedRowsAreRefusedNamingTheFirstBadOne() {
    assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3, 4}, {5}, {}}))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(
            """
            Tensor.of: all rows must have the length of the first, 2
              row 2 has length 1\
            """);
  }

  @Test
  void filledTensorsHaveOneValueInEverySmallShape() {
    for (int[] shape : SmallShapes.all()) {
      assertThat(Tensor.full(7, shape).shape()).isEqualTo(shape);
      double[] sevens = new double[SmallShapes.size(shape)];
      Arrays.fill(sevens, 7);
      assertThat(Tensor.full(7, shape).toArray()).containsExactly(sevens);
      assertThat(Tensor.zeros(shape).toArray()).containsExactly(new double[sevens.length]);
      assertThat(Tensor.ones(shape).mul(7).toArray()).containsExactly(sevens);
    }
  }

  @Test
  void rankZeroHoldsOneNumber() {
    Tensor x = Tensor.scalar(2.5);
    assertThat(x.ndim()).isZero();
    assertThat(x.shape()).isEmpty();
    assertThat(x.numel()).isEqualTo(1);
    assertThat(x.item()).isEqualTo(2.5);
    assertThat(x.at()).isEqualTo(2.5);
    assertThat(Tensor.zeros().shape()).isEmpty();
  }

  @Test
  void identityHasOnesOnTheDiagonal() {
    assertThat(Tensor.eye(0).shape()).containsExactly(0, 0);
    Tensor x = Tensor.eye(3);
    for (int[] index : SmallShapes.indices(3, 3)) {
      assertThat(x.at(index)).isEqualTo(index[0] == index[1] ? 1 : 0);
    }
  }

  @Test
  void negativeLengthsAreRefused() {
    refused(() -> Tensor.zeros(2, -1), "full", "[2, -1]");
    refused(() -> Tensor.ones(-3), "full", "[-3]");
    refused(() -> Tensor.full(1, 0, -1), "full", "[0, -1]");
    refused(() -> Tensor.eye(-2), "eye", "[-2]");
  }

  @Test
  void moreElementsThanAnArrayHoldsAreRefused() {
    assertThatThrownBy(() -> Tensor.zeros(65536, 65536))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(
            """
            a tensor holds at most 2147483647 elements
              shape  [65536, 65536]\
            """);
    assertThat(Tensor.zeros(65536, 65536, 0).numel()).isZero();
  }

  @Test
  void rangeStopsBeforeItsStop() {
    assertThat(Tensor.arange(4).toArray()).containsExactly(0, 1, 2, 3);
    assertThat(Tensor.arange(2.5).toArray()).containsExactly(0, 1, 2);
    assertThat(Tensor.arange(1, 2, 0.25).toArray()).containsExactly(1, 1.25, 1.5, 1.75);
    assertThat(Tensor.arange(3, 0, -1).toArray()).containsExactly(3, 2, 1);
    assertThat(Tensor.arange(0, 1, 0.1).shape()).containsExactly(10);
  }

  @Test
  void rangeWithoutElementsIsEmpty() {
    assertThat(Tensor.arange(0).shape()).containsExactly(0);
    assertThat(Tensor.arange(2, 2, 1).shape()).containsExactly(0);
    assertThat(Tensor.arange(2, 2, -1).shape()).containsExactly(0);
  }

  @Test
  void rangeWhoseStepDoesNotLeadToTheStopIsRefused() {
    double[][] bad = {
      {0, 1, 0},
      {0, 1, -1},
      {1, 0, 1},
      {0, 0, 0},
      {0, 1, Double.NaN},
      {Double.NaN, 1, 1},
      {0, Double.NaN, 1},
      {0, Double.POSITIVE_INFINITY, 1},
      {Double.NEGATIVE_INFINITY, 0, 1},
      {0, 5, Double.POSITIVE_INFINITY},
      {-1e308, 1e308, 1},
    };
    for (double[] range : bad) {
      assertThatThrownBy(() -> Tensor.arange(range[0], range[1], range[2]))
          .isExactlyInstanceOf(ShapeException.class)
          .hasMessage(
              """
              arange: the step must lead from start to stop, all three finite
                start  %s
                stop   %s
                step   %s\
              """,
              range[0], range[1], range[2]);
    }
  }

  private static void refused(Runnable call, String operation, String given) {
    assertThatThrownBy(call::run)
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(
            """
            %s: lengths must not be negative
              given  %s\
            """,
            operation, given);
  }
}
