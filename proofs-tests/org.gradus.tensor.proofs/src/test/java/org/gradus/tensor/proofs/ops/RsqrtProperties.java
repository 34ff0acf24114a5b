package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~rsqrt~1]
class RsqrtProperties extends OperationContract {

  RsqrtProperties() {
    super("rsqrt");
  }

  @Example
  void specialPointsAreThoseOfTheFormula() {
    Special.agree(Tensor::rsqrt, x -> 1 / Math.sqrt(x));
  }

  @Property
  void aFourfoldOperandHalvesTheResult(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.rsqrt().mul(0.5), x.mul(4).rsqrt());
  }

  @Example
  void theGradientFallsToMinusInfinityAtZeroAndIsNanBelow() {
    bits(
        slope(Tensor::rsqrt, 4, 1, 0, -1, Double.POSITIVE_INFINITY),
        -0.0625,
        -0.5,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        -0.0);
  }
}
