package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Views: what each shows, and the storage and version they share. */
// [proof->tensor~views~1]
class ViewsTest {
  private final Tensor x = SmallShapes.counted(2, 3);

  @Test
  void selectDropsAnAxis() {
    assertThat(x.select(0, 1).toArray()).containsExactly(4, 5, 6);
    assertThat(x.select(1, 0).toArray()).containsExactly(1, 4);
    assertThat(x.select(-1, -1).toArray()).containsExactly(3, 6);
    assertThatThrownBy(() -> x.select(1, 3)).isExactlyInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> x.select(2, 0)).isExactlyInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sliceClipsItsBounds() {
    Tensor v = Tensor.arange(6);
    assertThat(v.slice(0, 1, 4).toArray()).containsExactly(1, 2, 3);
    assertThat(v.slice(0, 0, 6, 2).toArray()).containsExactly(0, 2, 4);
    assertThat(v.slice(0, 1, 6, 4).toArray()).containsExactly(1, 5);
    assertThat(v.slice(0, -2, 100).toArray()).containsExactly(4, 5);
    assertThat(v.slice(0, -100, 2).toArray()).containsExactly(0, 1);
    assertThat(v.slice(0, 4, 2).shape()).containsExactly(0);
    assertThat(v.slice(0, 6, 9).shape()).containsExactly(0);
    assertThat(v.first(2).toArray()).containsExactly(0, 1);
    assertThat(v.first(9).shape()).containsExactly(6);
    assertThatThrownBy(() -> v.slice(0, 0, 6, 0))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sliceTakesTheLargestStep() {
    assertThat(Tensor.arange(6).slice(0, 2, 6, Integer.MAX_VALUE).toArray()).containsExactly(2);
    assertThat(Tensor.arange(6).slice(0, 6, 6, Integer.MAX_VALUE).shape()).containsExactly(0);
  }

  @Test
  void transposeSwapsAxes() {
    assertThat(x.t().shape()).containsExactly(3, 2);
    assertThat(x.t().toArray()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(x.transpose(0, 0).toArray()).containsExactly(x.toArray());
  }

  @Test
  void expandRepeatsWithoutMoreStorage() {
    Tensor column = Tensor.of(1, 2).unsqueeze(1);
    Tensor wide = column.expand(3, -1, 2);
    assertThat(wide.shape()).containsExactly(3, 2, 2);
    assertThat(wide.toArray()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2);
    assertThat(wide.sharesStorageWith(column)).isTrue();
    assertThat(column.expand(2, 0).shape()).containsExactly(2, 0);
    assertThat(Tensor.zeros(1).expand(Integer.MAX_VALUE).numel()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void changeOfAViewIsAChangeOfItsBase() {
    x.select(1, 1).zero_();
    assertThat(x.toArray()).containsExactly(1, 0, 3, 4, 0, 6);
  }

  @Test
  void viewsAndAliasesCountOneVersionAndCopiesTheirOwn() {
    Tensor base = Tensor.zeros(3);
    Tensor view = base.slice(0, 0, 2);
    Tensor alias = base.detach();
    Tensor copy = base.clone();
    base.add_(1);
    assertThat(base.version()).isOne();
    assertThat(view.version()).isOne();
    assertThat(alias.version()).isOne();
    assertThat(copy.version()).isZero();
    view.select(0, 0).fill_(5);
    assertThat(alias.version()).isEqualTo(2);
    assertThat(alias.toArray()).containsExactly(5, 1, 1);
    assertThat(copy.toArray()).containsExactly(0, 0, 0);
  }

  @Test
  void readingRaisesNoVersion() {
    x.t().add(1).sum();
    x.toArray();
    x.detach();
    assertThat(x.version()).isZero();
  }
}
