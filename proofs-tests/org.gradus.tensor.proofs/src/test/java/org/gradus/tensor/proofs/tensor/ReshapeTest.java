package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Another shape: a view exactly where one exists, else a copy. */
// [proof->tensor~views~1]
// [proof->op~reshape~1]
// [proof->op~flatten~1]
class ReshapeTest {
  private static final int LAYOUTS = 8090;
  private static final int COPIES = 23548;

  @Test
  void copiesExactlyWhereNoViewExists() {
    int layouts = 0;
    int copies = 0;
    for (int[] shape : SmallShapes.all()) {
      for (int[] order : SmallShapes.orders(shape.length)) {
        for (int place = -1; place <= shape.length; place++) {
          for (int narrowed = -1; narrowed < shape.length; narrowed++) {
            layouts++;
            ViewStep.Both x = arranged(shape, order, place, narrowed);
            for (int[] target : ViewStep.targets(x.tensor().numel())) {
              copies += reshaped(x, target) ? 0 : 1;
            }
          }
        }
      }
    }
    assertThat(layouts).isEqualTo(LAYOUTS);
    assertThat(copies).isEqualTo(COPIES);
  }

  @Test
  void axisOfLengthOneBetweenTransposedAxesDoesNotHideThem() {
    Tensor x = Tensor.arange(6).reshape(3, 2).t().unsqueeze(1);
    assertThat(x.reshape(6).toArray()).containsExactly(0, 2, 4, 1, 3, 5);
  }

  @Test
  void axisOfLengthOneBetweenDenseAxesNeedsNoCopy() {
    Tensor rows = Tensor.arange(12).reshape(3, 4).slice(0, 0, 3, 2).unsqueeze(1);
    assertThat(rows.view(2, 2, 2).toArray()).containsExactly(0, 1, 2, 3, 8, 9, 10, 11);
  }

  @Test
  void oneLengthMayBeLeftToCompute() {
    Tensor x = Tensor.arange(12);
    assertThat(x.reshape(-1, 4).shape()).containsExactly(3, 4);
    assertThat(x.reshape(2, -1, 3).shape()).containsExactly(2, 2, 3);
    assertThat(x.reshape(12, -1).shape()).containsExactly(12, 1);
    assertThat(Tensor.zeros(0, 3).reshape(-1).shape()).containsExactly(0);
    assertThat(Tensor.zeros(0, 3).reshape(-1, 3).shape()).containsExactly(0, 3);
    assertThat(Tensor.scalar(1).reshape(-1).shape()).containsExactly(1);
  }

  @Test
  void numberOfElementsMustStay() {
    int[][] bad = {{5}, {}, {-1, 4}, {-1, -1}, {-2, 3}, {0, -1}, {65536, 65536}};
    for (int[] shape : bad) {
      assertThatThrownBy(() -> Tensor.zeros(6).reshape(shape))
          .as(Arrays.toString(shape))
          .isExactlyInstanceOf(ShapeException.class);
    }
    assertThatThrownBy(() -> Tensor.zeros(0).reshape(65536, 65536))
        .isExactlyInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Tensor.zeros(0).reshape(-1, 0))
        .isExactlyInstanceOf(ShapeException.class);
  }

  @Test
  void flattenJoinsNeighboringAxes() {
    Tensor x = SmallShapes.counted(2, 3, 4);
    assertThat(x.flatten().shape()).containsExactly(24);
    assertThat(x.flatten(0, 1).shape()).containsExactly(6, 4);
    assertThat(x.flatten(1, 2).shape()).containsExactly(2, 12);
    assertThat(x.flatten(-2, -1).shape()).containsExactly(2, 12);
    assertThat(x.flatten(1, 1).shape()).containsExactly(2, 3, 4);
    assertThat(Tensor.scalar(3).flatten().shape()).containsExactly(1);
    assertThatThrownBy(() -> x.flatten(2, 1)).isExactlyInstanceOf(ShapeException.class);
  }

  @Test
  void squeezeOfAllDropsEveryAxisOfLengthOneAsAView() {
    for (int[] shape : SmallShapes.all()) {
      for (int[] order : SmallShapes.orders(shape.length)) {
        Tensor x = SmallShapes.counted(shape).permute(order);
        Tensor y = x.squeeze();
        assertThat(y.shape()).isEqualTo(Arrays.stream(x.shape()).filter(n -> n != 1).toArray());
        assertThat(y.toArray()).containsExactly(x.toArray());
        assertThat(y.sharesStorageWith(x)).isTrue();
      }
    }
  }

  private static ViewStep.Both arranged(int[] shape, int[] order, int place, int narrowed) {
    Tensor x = SmallShapes.counted(shape);
    Picture y = Picture.of(shape);
    if (narrowed >= 0) {
      int stop = Math.min(2, shape[narrowed]);
      x = x.slice(narrowed, 0, stop);
      y = y.slice(narrowed, 0, stop, 1);
    }
    x = x.permute(order);
    y = y.permute(order);
    return place < 0
        ? new ViewStep.Both(x, y)
        : new ViewStep.Both(x.unsqueeze(place), y.unsqueeze(place));
  }

  /** Whether a view exists. */
  private static boolean reshaped(ViewStep.Both x, int[] target) {
    Tensor y = x.tensor().reshape(target);
    boolean viewable = x.picture().isViewable(target);
    String title = Arrays.toString(x.picture().cells()) + " as " + Arrays.toString(target);
    assertThat(y.shape()).as(title).isEqualTo(target);
    assertThat(y.toArray()).as(title).containsExactly(x.tensor().toArray());
    assertThat(y.sharesStorageWith(x.tensor())).as(title).isEqualTo(viewable);
    if (viewable) {
      assertThat(x.tensor().view(target).toArray()).as(title).containsExactly(y.toArray());
    } else {
      assertThatThrownBy(() -> x.tensor().view(target))
          .as(title)
          .isExactlyInstanceOf(ShapeException.class);
    }
    return viewable;
  }
}
