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

// [proof->op~argmin~1]
class ArgminProperties {

  @Provide
  Arbitrary<Case> cases() {
    return Cases.of(Catalogue.operation("min"));
  }

  @Property
  void thePlaceIsThatOfTheExtreme(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Assume.that(x.numel() > 0);
    assertThat(x.flatten().at(x.argmin())).isEqualTo(x.min().item());
    assertThat(x.argmin()).isEqualTo(x.neg().argmax());
    for (int axis = 0; axis < x.ndim(); axis++) {
      assertThat(x.argmin(axis)).isEqualTo(x.min(axis).indices());
    }
  }

  @Example
  void theFirstOfATieStands() {
    assertThat(Tensor.of(3, 1, 1, 2).argmin()).isEqualTo(1);
    assertThat(Tensor.of(new double[][] {{1, 1}, {1, 1}}).argmin(0))
        .isEqualTo(IndexTensor.of(0, 0));
    assertThat(Tensor.of(0.0, -0.0).argmin()).isZero();
  }

  @Example
  void theFirstNanStandsBeforeEveryNumber() {
    assertThat(Tensor.of(1, Double.NaN, Double.NaN, 9, -9).argmin()).isEqualTo(1);
    assertThat(Tensor.of(Double.NEGATIVE_INFINITY, Double.NaN).argmin(0).at(0)).isEqualTo(1);
  }

  @Example
  void itIsCountedAlongTheAxisAndNegativeAxesFromTheEnd() {
    Tensor x = Tensor.of(new double[][] {{1, 9, 2}, {7, 0, 8}});
    assertThat(x.argmin(0)).isEqualTo(IndexTensor.of(0, 1, 0));
    assertThat(x.argmin(-1)).isEqualTo(IndexTensor.of(0, 1));
    assertThat(x.t().argmin(-1)).isEqualTo(IndexTensor.of(0, 1, 0));
  }

  @Example
  void noElementIsRefused() {
    assertThatThrownBy(() -> Tensor.zeros(0).argmin())
        .isInstanceOf(ShapeException.class)
        .hasMessage("argmin: there is no element to choose from\n  given  [0]");
    assertThatThrownBy(() -> Tensor.scalar(1).argmin(0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("argmin: there is no axis 0\n  given  [], which has no axis");
  }
}
