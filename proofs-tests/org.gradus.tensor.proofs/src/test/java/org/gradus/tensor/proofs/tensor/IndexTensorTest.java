package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Integers of a shape, and gathering by them. */
// [proof->tensor~index-tensor~1]
class IndexTensorTest {
  private final Tensor x = SmallShapes.counted(3, 2);

  @Test
  void integersKeepTheirShape() {
    IndexTensor index = IndexTensor.of(new int[] {2, 2}, new int[] {0, 1, 2, -1});
    assertThat(index.shape()).containsExactly(2, 2);
    assertThat(index.size()).isEqualTo(4);
    assertThat(index.at(3)).isEqualTo(-1);
    assertThat(index.toArray()).containsExactly(0, 1, 2, -1);
    assertThat(index.toTensor().shape()).containsExactly(2, 2);
    assertThat(index.toTensor().toArray()).containsExactly(0, 1, 2, -1);
    assertThat(index).hasToString("IndexTensor[2, 2][0, 1, 2, -1]");
  }

  @Test
  void arraysAreNotShared() {
    int[] values = {1, 2};
    IndexTensor index = IndexTensor.of(values);
    values[0] = 9;
    index.toArray()[1] = 9;
    index.shape()[0] = 9;
    assertThat(index).isEqualTo(IndexTensor.of(1, 2));
  }

  @Test
  void equalityIsThatOfShapeAndIntegers() {
    IndexTensor row = IndexTensor.of(1, 2);
    IndexTensor matrix = IndexTensor.of(new int[] {1, 2}, new int[] {1, 2});
    assertThat(row).isEqualTo(IndexTensor.of(1, 2)).hasSameHashCodeAs(IndexTensor.of(1, 2));
    assertThat(row).isNotEqualTo(matrix).isNotEqualTo(IndexTensor.of(1, 3)).isNotEqualTo("[1, 2]");
  }

  @Test
  void arangeCountsFromZero() {
    assertThat(IndexTensor.arange(3)).isEqualTo(IndexTensor.of(0, 1, 2));
    assertThat(IndexTensor.arange(0).size()).isZero();
  }

  @Test
  void permutationHoldsEachIntegerOnceInEveryOrderAlike() {
    int draws = 6000;
    int[] counts = new int[27];
    Random random = new Random(1);
    for (int draw = 0; draw < draws; draw++) {
      IndexTensor order = IndexTensor.permutation(3, random);
      assertThat(order.toArray()).containsExactlyInAnyOrder(0, 1, 2);
      counts[9 * order.at(0) + 3 * order.at(1) + order.at(2)]++;
    }
    int sixth = draws / 6;
    int fiveDeviations = 145;
    assertThat(IntStream.of(counts).filter(count -> count > 0))
        .hasSize(6)
        .allMatch(count -> Math.abs(count - sixth) < fiveDeviations);
  }

  @Test
  void sameSeedGivesTheSamePermutation() {
    assertThat(IndexTensor.permutation(20, new Random(2)))
        .isEqualTo(IndexTensor.permutation(20, new Random(2)))
        .isNotEqualTo(IndexTensor.permutation(20, new Random(3)));
    assertThat(IndexTensor.permutation(0, new Random(2)).size()).isZero();
  }

  @Test
  void sliceClipsItsBoundsAsThatOfATensor() {
    IndexTensor index = IndexTensor.arange(6);
    Tensor same = Tensor.arange(6);
    for (int start = -8; start <= 8; start++) {
      for (int stop = -8; stop <= 8; stop++) {
        assertThat(index.slice(start, stop).toTensor().toArray())
            .as("%d to %d", start, stop)
            .containsExactly(same.slice(0, start, stop).toArray());
      }
    }
  }

  @Test
  void shapeThatDoesNotHoldTheIntegersIsRefused() {
    assertThatThrownBy(() -> IndexTensor.of(new int[] {2, 2}, new int[3]))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage("IndexTensor.of: a shape of [2, 2] takes 4 values\n  given  3");
    assertThatThrownBy(() -> IndexTensor.of(new int[] {-1, -2}, new int[2]))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage("IndexTensor.of: lengths must not be negative\n  given  [-1, -2]");
    assertThatThrownBy(() -> IndexTensor.arange(-1))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage("IndexTensor.arange: lengths must not be negative\n  given  [-1]");
    assertThatThrownBy(() -> IndexTensor.permutation(-1, new Random(1)))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage("IndexTensor.permutation: lengths must not be negative\n  given  [-1]");
  }

  @Test
  void gatherTakesSlicesInTheOrderOfTheIndex() {
    assertThat(x.index(IndexTensor.of(2, 0, 2, -1)).toArray())
        .containsExactly(5, 6, 1, 2, 5, 6, 5, 6);
    assertThat(x.indexSelect(1, IndexTensor.of(1)).shape()).containsExactly(3, 1);
    assertThat(x.indexSelect(-1, IndexTensor.of(1)).toArray()).containsExactly(2, 4, 6);
    assertThat(x.index(IndexTensor.of()).shape()).containsExactly(0, 2);
  }

  @Test
  void axesOfTheIndexTakeThePlaceOfTheAxis() {
    IndexTensor square = IndexTensor.of(new int[] {2, 2}, new int[] {0, 1, 1, 0});
    assertThat(x.indexSelect(1, square).shape()).containsExactly(3, 2, 2);
    assertThat(x.index(IndexTensor.of(new int[0], new int[] {1})).toArray()).containsExactly(3, 4);
  }

  @Test
  void gatheredValuesAreACopy() {
    Tensor taken = x.index(IndexTensor.of(0));
    taken.zero_();
    assertThat(x.at(0, 0)).isEqualTo(1);
  }

  @Test
  void indexOutOfRangeIsRefused() {
    assertThatThrownBy(() -> x.index(IndexTensor.of(0, 3)))
        .isExactlyInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> x.index(IndexTensor.of(-4)))
        .isExactlyInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Tensor.scalar(1).index(IndexTensor.of(0)))
        .isExactlyInstanceOf(IndexOutOfBoundsException.class);
  }
}
