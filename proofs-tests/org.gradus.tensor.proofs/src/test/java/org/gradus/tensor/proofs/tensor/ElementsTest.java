package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Reading a tensor: lengths, elements, and the one number. */
// [proof->tensor~elements~1]
class ElementsTest {

  @Test
  void elementsStandInRowMajorOrder() {
    for (int[] shape : SmallShapes.all()) {
      Tensor x = SmallShapes.counted(shape);
      double next = 1;
      for (int[] index : SmallShapes.indices(shape)) {
        assertThat(x.at(index)).isEqualTo(next++);
      }
      assertThat(x.numel()).isEqualTo((int) next - 1);
      assertThat(x.ndim()).isEqualTo(shape.length);
    }
  }

  @Test
  void negativeAxesAndIndicesCountFromTheEnd() {
    Tensor x = SmallShapes.counted(2, 3);
    assertThat(x.size(-1)).isEqualTo(3);
    assertThat(x.size(-2)).isEqualTo(2);
    assertThat(x.at(-1, -3)).isEqualTo(4);
  }

  @Test
  void indexThatIsNoneIsRefused() {
    Tensor x = Tensor.zeros(2, 3);
    assertThatThrownBy(() -> x.at(0)).isExactlyInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> x.at(0, 3)).isExactlyInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> x.at(-3, 0)).isExactlyInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> x.size(2)).isExactlyInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void itemIsTheOnlyElementOfAnyRank() {
    assertThat(Tensor.of(4).item()).isEqualTo(4);
    assertThat(Tensor.full(4, 1, 1, 1).item()).isEqualTo(4);
    assertThat(Tensor.arange(5).select(0, 3).item()).isEqualTo(3);
    assertThatThrownBy(() -> Tensor.zeros(0).item()).isExactlyInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Tensor.zeros(2).item()).isExactlyInstanceOf(ShapeException.class);
  }

  @Test
  void contiguousMeansDenseInRowMajorOrder() {
    Tensor x = SmallShapes.counted(2, 3);
    assertThat(x.isContiguous()).isTrue();
    assertThat(x.t().isContiguous()).isFalse();
    assertThat(x.slice(0, 1, 2).isContiguous()).isTrue();
    assertThat(x.slice(1, 0, 2).isContiguous()).isFalse();
    assertThat(x.select(1, 0).isContiguous()).isFalse();
    assertThat(x.slice(1, 0, 3, 2).isContiguous()).isFalse();
    assertThat(Tensor.scalar(1).expand(3).isContiguous()).isFalse();
    assertThat(Tensor.zeros(0, 3).t().isContiguous()).isTrue();
  }
}
