package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~gelu~1]
class GeluProperties extends OperationContract {
  /** Bound, in 2⁻⁵³·|x|: the sides are off by 7 and 3, their difference by 1. */
  private static final double SYMMETRY = 11 * 0x1p-53;

  /** The stated error of 2⁻⁵³·|x|, at −5. */
  private static final double LEFT = 5 * 0x1p-53;

  GeluProperties() {
    super("gelu");
  }

  @Example
  void tabledValuesAreMet() {
    Tensor x = Tensor.of(0, 1, -1, -5).gelu();
    double[] expected = {0, 0.8413447460685429, -0.15865525393145706, -1.4332578593960e-6};
    assertThat(x.toArray()).containsExactly(expected, offset(LEFT));
  }

  @Example
  void aThousandEitherWayIsTheOperandOrNothing() {
    bits(Tensor.of(1000, -1000, 0.0, -0.0).gelu(), 1000, -0.0, 0, -0.0);
    bits(
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN).gelu(),
        Double.POSITIVE_INFINITY,
        Double.NaN,
        Double.NaN);
    bits(slope(Tensor::gelu, 0, 1000, -1000), 0.5, 1, 0);
    bits(
        slope(Tensor::gelu, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
        Double.NaN,
        Double.NaN);
  }

  @Property
  void bothSidesDifferByTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    ofTerms(SYMMETRY, x.abs(), x, x.gelu().sub(x.neg().gelu()));
  }

  @Example
  void theGradientIsTheShareAndTheDensity() {
    assertThat(slope(Tensor::gelu, 1)[0]).isCloseTo(1.0833154705876863, offset(LEFT));
    assertThat(slope(Tensor::gelu, -2)[0]).isCloseTo(-0.08523180107819690, offset(LEFT));
  }
}
