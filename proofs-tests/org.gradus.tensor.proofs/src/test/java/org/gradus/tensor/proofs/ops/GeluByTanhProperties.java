package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~geluByTanh~1]
class GeluByTanhProperties extends OperationContract {
  /** Bound: each side is off by less than 2⁻⁵⁰·|x|, and their difference is rounded. */
  private static final double SYMMETRY = 17 * 0x1p-53;

  GeluByTanhProperties() {
    super("geluByTanh");
  }

  @Example
  void tabledValuesAreMet() {
    Tensor x = Tensor.of(0, 1, -1).geluByTanh();
    double[] expected = {0, 0.8411919906082768, -0.1588080093917232};
    assertThat(x.toArray()).containsExactly(expected, offset(0x1p-51));
  }

  @Example
  void aThousandEitherWayIsTheOperandOrNothing() {
    bits(Tensor.of(1000, -1000, 0.0, -0.0).geluByTanh(), 1000, -0.0, 0, -0.0);
    bits(
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN).geluByTanh(),
        Double.POSITIVE_INFINITY,
        Double.NaN,
        Double.NaN);
    bits(slope(Tensor::geluByTanh, 0, 1000, -1000), 0.5, 1, 0);
    bits(
        slope(Tensor::geluByTanh, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
        Double.NaN,
        Double.NaN);
  }

  @Property
  void bothSidesDifferByTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    ofTerms(SYMMETRY, x.abs(), x, x.geluByTanh().sub(x.neg().geluByTanh()));
  }

  @Property
  void theUnitItselfIsLessThanAThousandthHalfAway(
      @ForAll @DoubleRange(min = -8, max = 8) double x) {
    double gelu = Tensor.scalar(x).gelu().item();
    assertThat(Tensor.scalar(x).geluByTanh().item()).isCloseTo(gelu, offset(0.0005));
  }

  @Example
  void theGradientIsThatOfTheApproximation() {
    assertThat(slope(Tensor::geluByTanh, 1)[0]).isCloseTo(1.0829640838457826, offset(0x1p-51));
  }
}
