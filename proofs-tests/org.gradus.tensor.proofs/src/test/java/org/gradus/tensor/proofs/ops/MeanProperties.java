package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~mean~1]
class MeanProperties extends OperationContract {
  /** Bound: one rounding for the quotient and one for the product. */
  private static final double TWO_ROUNDINGS = 2.5 * 0x1p-53;

  MeanProperties() {
    super("mean");
  }

  @Property
  void theMeanTimesTheNumberOfElementsIsTheSum(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() > 0) {
      relative(TWO_ROUNDINGS, x.sum(), x.mean().mul(x.numel()));
    }
  }

  @Example
  void oneAxisByHand() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 9}});
    same(Tensor.of(2, 6), x.mean(1));
    same(Tensor.of(2.5, 3.5, 6), x.mean(0));
    bits(slope(t -> t.mean(), 1, 2, 3, 4), 0.25, 0.25, 0.25, 0.25);
  }

  @Example
  void theMeanOfNoElementIsNan() {
    bits(Tensor.zeros(0).mean(), Double.NaN);
    bits(Tensor.zeros(0, 2).mean(0), Double.NaN, Double.NaN);
    assertThat(Tensor.zeros(0, 2).mean(1).shape()).containsExactly(0);
  }

  @Example
  void theGradientOfTheMeanOfNoElementDependsOnNothing() {
    Tensor x = Tensor.zeros(0).requiresGrad_();
    Tensor yBar = Tensor.scalar(3).requiresGrad_();
    Tensor gradient = Autograd.of(x.mean()).seeds(yBar).createGraph().grad(x).get(0);
    bits(Autograd.of(gradient).seeds(Tensor.zeros(0)).grad(yBar).get(0), 0);
  }
}
