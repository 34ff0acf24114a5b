package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Broadcasting, held against a model of indices for every pair of small shapes. */
// [proof->tensor~broadcasting~1]
// [proof->tensor~clash~1]
class BroadcastingTest {
  private static final int PAIRS = 7225;
  private static final int BROADCASTABLE = 2479;

  /** Larger than every element of the left operand, so that a sum shows both its parts. */
  private static final double APART = 100;

  @Test
  void everyPairOfSmallShapesFollowsTheModelOrIsRefused() {
    int pairs = 0;
    int fitting = 0;
    for (int[] left : SmallShapes.all()) {
      for (int[] right : SmallShapes.all()) {
        pairs++;
        OptionalInt clash = clash(left, right);
        if (clash.isPresent()) {
          refused(left, right, clash.getAsInt());
        } else {
          fitting++;
          added(left, right);
        }
      }
    }
    assertThat(pairs).isEqualTo(PAIRS);
    assertThat(fitting).isEqualTo(BROADCASTABLE);
  }

  @Test
  void changesInPlaceBroadcastTheOtherOperandAlone() {
    Tensor x = Tensor.zeros(2, 3);
    x.add_(Tensor.of(1, 2, 3));
    x.mul_(Tensor.of(new double[][] {{1}, {10}}));
    assertThat(x.toArray()).containsExactly(1, 2, 3, 10, 20, 30);
  }

  @Test
  void choiceBroadcastsAllThree() {
    Tensor chosen =
        Tensor.where(Tensor.of(new double[][] {{1}, {0}}), Tensor.of(1, 2, 3), Tensor.scalar(-1));
    assertThat(chosen.shape()).containsExactly(2, 3);
    assertThat(chosen.toArray()).containsExactly(1, 2, 3, -1, -1, -1);
  }

  private static void added(int[] left, int[] right) {
    Tensor a = SmallShapes.counted(left);
    Tensor b = SmallShapes.counted(right).mul(APART);
    Tensor sum = a.add(b);
    int rank = Math.max(left.length, right.length);
    int[] expected =
        IntStream.range(0, rank)
            .map(axis -> axis - rank)
            .map(back -> length(left, back) == 1 ? length(right, back) : length(left, back))
            .toArray();
    assertThat(sum.shape()).as(pair(left, right)).isEqualTo(expected);
    for (int[] index : SmallShapes.indices(expected)) {
      assertThat(sum.at(index))
          .as("%s at %s", pair(left, right), Arrays.toString(index))
          .isEqualTo(a.at(own(left, index)) + b.at(own(right, index)));
    }
  }

  private static void refused(int[] left, int[] right, int back) {
    assertThatThrownBy(() -> Tensor.zeros(left).add(Tensor.zeros(right)))
        .as(pair(left, right))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessageStartingWith(
            """
            add: lengths must be equal, or one of them 1, aligned at the last axis: %d (axis %d)\
             and %d (axis %d) differ
              left   %s
              right  %s\
            """,
            length(left, back),
            left.length + back,
            length(right, back),
            right.length + back,
            Arrays.toString(left),
            Arrays.toString(right));
  }

  /** The last axis, counted from the end, whose lengths differ while neither is one. */
  private static OptionalInt clash(int[] left, int[] right) {
    return IntStream.rangeClosed(1, 3)
        .map(back -> -back)
        .filter(back -> length(left, back) != length(right, back))
        .filter(back -> !List.of(length(left, back), length(right, back)).contains(1))
        .findFirst();
  }

  private static int length(int[] shape, int back) {
    return shape.length + back < 0 ? 1 : shape[shape.length + back];
  }

  private static int[] own(int[] shape, int[] index) {
    int lead = index.length - shape.length;
    return IntStream.range(0, shape.length)
        .map(axis -> shape[axis] == 1 ? 0 : index[lead + axis])
        .toArray();
  }

  private static String pair(int[] left, int[] right) {
    return Arrays.toString(left) + " + " + Arrays.toString(right);
  }
}
