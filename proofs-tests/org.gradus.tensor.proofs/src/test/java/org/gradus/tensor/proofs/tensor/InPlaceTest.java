package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Changes in place: the same numbers as the plain operation, one version more, and this. */
// [proof->tensor~in-place~1]
class InPlaceTest {

  /** A change in place, and the plain operation it stands for. */
  private record Twin(String name, UnaryOperator<Tensor> inPlace, UnaryOperator<Tensor> plain) {}

  private static final Tensor OTHER = Tensor.of(2, 4, -8);

  private static final List<Twin> TWINS =
      List.of(
          new Twin("add_", x -> x.add_(OTHER), x -> x.add(OTHER)),
          new Twin("add_ number", x -> x.add_(3), x -> x.add(3)),
          new Twin("sub_", x -> x.sub_(OTHER), x -> x.sub(OTHER)),
          new Twin("sub_ number", x -> x.sub_(3), x -> x.sub(3)),
          new Twin("mul_", x -> x.mul_(OTHER), x -> x.mul(OTHER)),
          new Twin("mul_ number", x -> x.mul_(3), x -> x.mul(3)),
          new Twin("div_", x -> x.div_(OTHER), x -> x.div(OTHER)),
          new Twin("div_ number", x -> x.div_(4), x -> x.div(4)),
          new Twin("clamp_", x -> x.clamp_(2, 4), x -> x.clamp(2, 4)),
          new Twin("relu_", x -> x.relu_(), x -> x.relu()),
          new Twin("exp_", x -> x.exp_(), x -> x.exp()),
          new Twin("zero_", x -> x.zero_(), x -> x.mul(0)),
          new Twin("fill_", x -> x.fill_(9), x -> x.mul(0).add(9)),
          new Twin("copy_", x -> x.copy_(OTHER), x -> x.mul(0).add(OTHER)),
          new Twin(
              "uniform_",
              x -> x.uniform_(0, 1, new Random(1)),
              x -> Tensor.rand(new Random(1), x.shape())),
          new Twin(
              "normal_",
              x -> x.normal_(0, 1, new Random(1)),
              x -> Tensor.randn(new Random(1), x.shape())));

  @Test
  void changeGivesTheNumbersOfThePlainOperationAndOneVersion() {
    for (Twin twin : TWINS) {
      Tensor x = SmallShapes.counted(2, 3);
      double[] expected = twin.plain().apply(SmallShapes.counted(2, 3)).toArray();
      assertThat(twin.inPlace().apply(x)).as(twin.name()).isSameAs(x);
      assertThat(x.toArray()).as(twin.name()).containsExactly(expected);
      assertThat(x.version()).as(twin.name()).isOne();
    }
  }

  @Test
  void changeOfAStridedViewWritesItsCellsAlone() {
    for (Twin twin : TWINS) {
      Tensor base = SmallShapes.counted(3, 4);
      Tensor view = base.slice(1, 0, 4, 2).t().slice(1, 0, 3);
      double[] expected = twin.plain().apply(view.clone()).toArray();
      twin.inPlace().apply(view);
      assertThat(view.toArray()).as(twin.name()).containsExactly(expected);
      assertThat(base.slice(1, 1, 4, 2).toArray())
          .as(twin.name())
          .containsExactly(2, 4, 6, 8, 10, 12);
    }
  }

  @Test
  void otherOperandMayBePartOfTheTarget() {
    Tensor x = SmallShapes.counted(4);
    x.slice(0, 1, 4).copy_(x.slice(0, 0, 3));
    assertThat(x.toArray()).containsExactly(1, 1, 2, 3);
    x.add_(x);
    assertThat(x.toArray()).containsExactly(2, 2, 4, 6);
    Tensor square = SmallShapes.counted(2, 2);
    square.copy_(square.t());
    assertThat(square.toArray()).containsExactly(1, 3, 2, 4);
  }

  @Test
  void shapeOfTheTargetMustStay() {
    Tensor x = Tensor.zeros(3);
    assertThatThrownBy(() -> x.add_(Tensor.ones(2, 3))).isExactlyInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> x.copy_(Tensor.ones(1, 3))).isExactlyInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> x.mul_(Tensor.ones(2))).isExactlyInstanceOf(ShapeException.class);
    assertThat(x.toArray()).containsExactly(0, 0, 0);
    assertThat(x.version()).isZero();
  }

  @Test
  void elementsThatShareOnePlaceInMemoryAreNotChanged() {
    Tensor x = Tensor.zeros(1);
    Tensor wide = x.expand(3);
    assertThatThrownBy(() -> wide.add_(1)).isExactlyInstanceOf(ShapeException.class);
    assertThat(x.item()).isZero();
    assertThat(x.version()).isZero();
    wide.select(0, 1).add_(1);
    assertThat(wide.toArray()).containsExactly(1, 1, 1);
  }

  @Test
  void emptyTensorsMayBeChanged() {
    Tensor x = Tensor.zeros(0, 3);
    x.add_(Tensor.of(1, 2, 3)).fill_(1);
    assertThat(x.version()).isEqualTo(2);
  }

  /** A new axis of length one repeats nothing, so that each element has a place of its own. */
  @Test
  void anExpansionThatRepeatsNothingCanBeChanged() {
    Tensor x = Tensor.of(1, 2, 3);
    x.expand(1, 3).fill_(9);
    assertThat(x.toArray()).containsOnly(9);
  }
}
