package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~min~1]
class MinProperties extends OperationContract {

  MinProperties() {
    super("min");
  }

  @Property
  void theOtherExtremeOfTheNegativeIsItsNegative(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Assume.that(x.numel() > 0);
    same(x.neg().max().neg(), x.min());
    Tensor stepwise = x;
    while (stepwise.ndim() > 0) {
      stepwise = stepwise.min(0).values();
    }
    same(x.min(), stepwise);
  }

  @Example
  void valuesAndPlacesAlongAnAxis() {
    Tensor x = Tensor.of(new double[][] {{1, 3, 2}, {4, 0, 4}});
    same(Tensor.of(1, 0), x.min(1).values());
    assertThat(x.min(1).indices()).isEqualTo(IndexTensor.of(0, 1));
  }

  @Example
  void aTieAmongAllIsSharedAndAlongAnAxisTheFirstTakesIt() {
    bits(slope(Tensor::min, 0, 0, 1), 0.5, 0.5, 0);
    bits(slope(x -> x.min(0).values(), 0, 0, 1), 1, 0, 0);
  }

  @Example
  void nanWinsAndTakesTheGradient() {
    bits(Tensor.of(1, Double.NaN, 2).min(), Double.NaN);
    bits(slope(Tensor::min, 1, Double.NaN, 2), 0, 1, 0);
    bits(slope(x -> x.min(0).values(), 1, Double.NaN, Double.NaN), 0, 1, 0);
  }

  @Example
  void infinitiesAreNumbersHere() {
    bits(
        Tensor.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).min(),
        Double.NEGATIVE_INFINITY);
    bits(Tensor.of(Double.POSITIVE_INFINITY).min(), Double.POSITIVE_INFINITY);
  }

  @Example
  void noElementIsRefused() {
    assertThatThrownBy(() -> Tensor.zeros(0).min())
        .isInstanceOf(ShapeException.class)
        .hasMessage("min: there is no element to choose from\n  given  [0]");
    assertThatThrownBy(() -> Tensor.zeros(2, 0).min(1))
        .isInstanceOf(ShapeException.class)
        .hasMessage("min: axis 1 has no element to choose from\n  given  [2, 0]");
  }
}
