package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Which shapes have a matrix product, and what it is, for every pair of small shapes. */
// [proof->op~matmul~1]
// [proof->op~mv~1]
// [proof->op~dot~1]
class ProductShapesTest {
  private static final int VALID = 1380;

  @Test
  void everyPairOfSmallShapesFollowsTheModelOrIsRefused() {
    int valid = 0;
    for (int[] left : SmallShapes.all()) {
      for (int[] right : SmallShapes.all()) {
        Optional<int[]> shape = shape(left, right);
        if (shape.isPresent()) {
          valid++;
          multiplied(left, right, shape.get());
        } else {
          assertThatThrownBy(() -> Tensor.zeros(left).matmul(Tensor.zeros(right)))
              .as(pair(left, right))
              .isExactlyInstanceOf(ShapeException.class)
              .hasMessageStartingWith("matmul: ")
              .hasMessageContaining("\n  left   " + Arrays.toString(left))
              .hasMessageContaining("\n  right  " + Arrays.toString(right));
        }
      }
    }
    assertThat(valid).isEqualTo(VALID);
  }

  @Test
  void mvAndDotTakeTheirRanksAlone() {
    int taken = 0;
    for (int[] left : SmallShapes.all()) {
      for (int[] right : SmallShapes.all()) {
        boolean fits = shape(left, right).isPresent();
        Tensor a = SmallShapes.counted(left);
        Tensor b = SmallShapes.counted(right);
        if (fits && left.length == 2 && right.length == 1) {
          assertThat(a.mv(b).toArray()).isEqualTo(a.matmul(b).toArray());
          taken++;
        } else {
          assertThatThrownBy(() -> a.mv(b))
              .as(pair(left, right))
              .isInstanceOf(ShapeException.class);
        }
        if (fits && left.length == 1 && right.length == 1) {
          assertThat(a.dot(b).item()).isEqualTo(a.matmul(b).item());
          taken++;
        } else {
          assertThatThrownBy(() -> a.dot(b))
              .as(pair(left, right))
              .isInstanceOf(ShapeException.class);
        }
      }
    }
    assertThat(taken).as("16 matrices with a vector, 4 vectors with a vector").isEqualTo(20);
  }

  private static void multiplied(int[] left, int[] right, int[] shape) {
    Tensor a = SmallShapes.counted(left);
    Tensor b = SmallShapes.counted(right);
    Tensor product = a.matmul(b);
    assertThat(product.shape()).as(pair(left, right)).isEqualTo(shape);
    for (int[] index : SmallShapes.indices(shape)) {
      assertThat(product.at(index))
          .as("%s at %s", pair(left, right), Arrays.toString(index))
          .isEqualTo(entry(a, b, index));
    }
  }

  /** One entry by the sum formula; whole numbers, so that it is exact. */
  private static double entry(Tensor a, Tensor b, int... index) {
    boolean row = a.ndim() == 1;
    boolean column = b.ndim() == 1;
    int lead = index.length - (row ? 0 : 1) - (column ? 0 : 1);
    double sum = 0;
    for (int k = 0; k < a.size(-1); k++) {
      int[] left = row ? new int[] {k} : within(a, index, lead, index[lead], k);
      int[] right = column ? new int[] {k} : within(b, index, lead, k, index[index.length - 1]);
      sum += a.at(left) * b.at(right);
    }
    return sum;
  }

  /** Index in one operand: its batch axis repeats if it has length one. */
  private static int[] within(Tensor x, int[] index, int lead, int row, int column) {
    if (x.ndim() == 2) {
      return new int[] {row, column};
    }
    return new int[] {x.size(0) == 1 ? 0 : index[lead - 1], row, column};
  }

  private static Optional<int[]> shape(int[] left, int[] right) {
    if (left.length == 0 || right.length == 0) {
      return Optional.empty();
    }
    int inner = right.length == 1 ? right[0] : right[right.length - 2];
    int leftBatch = left.length == 3 ? left[0] : 1;
    int rightBatch = right.length == 3 ? right[0] : 1;
    boolean batches = leftBatch == rightBatch || leftBatch == 1 || rightBatch == 1;
    if (left[left.length - 1] != inner || !batches) {
      return Optional.empty();
    }
    int[] shape = new int[0];
    if (left.length == 3 || right.length == 3) {
      shape = with(shape, leftBatch == 1 ? rightBatch : leftBatch);
    }
    if (left.length > 1) {
      shape = with(shape, left[left.length - 2]);
    }
    if (right.length > 1) {
      shape = with(shape, right[right.length - 1]);
    }
    return Optional.of(shape);
  }

  private static int[] with(int[] shape, int length) {
    int[] longer = Arrays.copyOf(shape, shape.length + 1);
    longer[shape.length] = length;
    return longer;
  }

  private static String pair(int[] left, int[] right) {
    return Arrays.toString(left) + " · " + Arrays.toString(right);
  }
}
