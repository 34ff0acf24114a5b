package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.check.jqwik.Cases;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;

// [proof->op~argmax~1]
class ArgmaxProperties {

  @Provide
  Arbitrary<Case> cases() {
    return Cases.of(Catalogue.operation("max"));
  }

  @Property
  void thePlaceIsThatOfTheExtreme(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Assume.that(x.numel() > 0);
    assertThat(x.flatten().at(x.argmax())).isEqualTo(x.max().item());
    assertThat(x.argmax()).isEqualTo(x.neg().argmin());
    for (int axis = 0; axis < x.ndim(); axis++) {
      assertThat(x.argmax(axis)).isEqualTo(x.max(axis).indices());
    }
  }

  @Example
  void theFirstOfATieStands() {
    assertThat(Tensor.of(1, 3, 3, 2).argmax()).isEqualTo(1);
    assertThat(Tensor.of(new double[][] {{1, 1}, {1, 1}}).argmax(0))
        .isEqualTo(IndexTensor.of(0, 0));
    assertThat(Tensor.of(0.0, -0.0).argmax()).isZero();
  }

  @Example
  void theFirstNanStandsBeforeEveryNumber() {
    assertThat(Tensor.of(1, Double.NaN, Double.NaN, 9, -9).argmax()).isEqualTo(1);
    assertThat(Tensor.of(Double.POSITIVE_INFINITY, Double.NaN).argmax(0).at(0)).isEqualTo(1);
  }

  @Example
  void itIsCountedAlongTheAxisAndNegativeAxesFromTheEnd() {
    Tensor x = Tensor.of(new double[][] {{1, 9, 2}, {7, 0, 8}});
    assertThat(x.argmax(0)).isEqualTo(IndexTensor.of(1, 0, 1));
    assertThat(x.argmax(-1)).isEqualTo(IndexTensor.of(1, 2));
    assertThat(x.t().argmax(-1)).isEqualTo(IndexTensor.of(1, 0, 1));
  }

  @Example
  void noElementIsRefused() {
    assertThatThrownBy(() -> Tensor.zeros(0).argmax())
        .isInstanceOf(ShapeException.class)
        .hasMessage("argmax: there is no element to choose from\n  given  [0]");
    assertThatThrownBy(() -> Tensor.scalar(1).argmax(0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("argmax: there is no axis 0\n  given  [], which has no axis");
  }
}
