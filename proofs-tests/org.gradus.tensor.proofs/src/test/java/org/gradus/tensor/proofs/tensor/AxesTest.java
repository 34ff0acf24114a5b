package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Reductions over every subset of axes and permutations into every order, of all small shapes. */
// [proof->op~sum~1]
// [proof->op~mean~1]
// [proof->op~permute~1]
class AxesTest {
  private static final int SUBSETS = 585;
  private static final int ORDERS = 421;

  @Test
  void sumAndMeanFoldEverySubsetOfAxes() {
    int subsets = 0;
    for (int[] shape : SmallShapes.all()) {
      for (boolean[] folded : SmallShapes.subsets(shape.length)) {
        subsets++;
        folds(shape, folded);
      }
    }
    assertThat(subsets).isEqualTo(SUBSETS);
  }

  @Test
  void permuteBringsAxesIntoEveryOrder() {
    int orders = 0;
    for (int[] shape : SmallShapes.all()) {
      Tensor x = SmallShapes.counted(shape);
      for (int[] order : SmallShapes.orders(shape.length)) {
        orders++;
        Tensor y = x.permute(order);
        int[] expected = Arrays.stream(order).map(axis -> shape[axis]).toArray();
        assertThat(y.shape()).isEqualTo(expected);
        for (int[] index : SmallShapes.indices(expected)) {
          int[] source = new int[shape.length];
          for (int axis = 0; axis < shape.length; axis++) {
            source[order[axis]] = index[axis];
          }
          assertThat(y.at(index)).isEqualTo(x.at(source));
        }
        int[] fromTheEnd = Arrays.stream(order).map(axis -> axis - shape.length).toArray();
        assertThat(x.permute(fromTheEnd).toArray()).isEqualTo(y.toArray());
      }
    }
    assertThat(orders).isEqualTo(ORDERS);
  }

  private static void folds(int[] shape, boolean[] folded) {
    Tensor x = SmallShapes.counted(shape);
    int[] axes = IntStream.range(0, shape.length).filter(axis -> folded[axis]).toArray();
    int[] fromTheEnd = Arrays.stream(axes).map(axis -> axis - shape.length).toArray();
    String title = Arrays.toString(shape) + " over " + Arrays.toString(axes);
    int[] kept = shape.clone();
    List<Integer> dropped = new ArrayList<>();
    for (int axis = 0; axis < shape.length; axis++) {
      kept[axis] = folded[axis] ? 1 : shape[axis];
      if (!folded[axis]) {
        dropped.add(shape[axis]);
      }
    }
    double[] sums = new double[SmallShapes.size(kept)];
    double[] counts = new double[sums.length];
    for (int[] index : SmallShapes.indices(shape)) {
      int at = 0;
      for (int axis = 0; axis < shape.length; axis++) {
        at = at * kept[axis] + (folded[axis] ? 0 : index[axis]);
      }
      sums[at] += x.at(index);
      counts[at]++;
    }
    double[] means = new double[sums.length];
    Arrays.setAll(means, i -> sums[i] / counts[i]);
    assertThat(x.sum(axes, true).shape()).as(title).isEqualTo(kept);
    assertThat(x.sum(axes, false).shape())
        .as(title)
        .isEqualTo(dropped.stream().mapToInt(Integer::intValue).toArray());
    assertThat(x.sum(axes, true).toArray()).as(title).containsExactly(sums);
    assertThat(x.sum(fromTheEnd, false).toArray()).as(title).containsExactly(sums);
    assertThat(x.mean(axes, true).toArray()).as(title).containsExactly(means);
    assertThat(x.mean(fromTheEnd, false).toArray()).as(title).containsExactly(means);
  }
}
