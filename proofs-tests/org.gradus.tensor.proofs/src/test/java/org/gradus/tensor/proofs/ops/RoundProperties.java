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

// [proof->op~round~1]
class RoundProperties extends OperationContract {

  RoundProperties() {
    super("round");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::round, Math::rint);
  }

  @Example
  void aHalfGoesToTheEvenNeighbor() {
    bits(Tensor.of(0.5, 1.5, 2.5, -0.5, -1.5, -2.5).round(), 0, 2, 2, -0.0, -2, -2);
    bits(Tensor.of(0x1p52 + 1, 0.49999999999999994).round(), 0x1p52 + 1, 0);
  }

  @Property
  void theResultIsWholeAndAtMostAHalfAway(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.round(), x.round().floor());
    same(x.mul(0), x.sub(x.round()).abs().gt(x.mul(0).add(0.5)));
  }

  @Example
  void theGradientIsZeroWhateverArrives() {
    bits(slope(Tensor::round, 0.2, 0.5, 1, Double.NaN), 0, 0, 0, 0);
    bits(slope(x -> x.round().mul(Double.POSITIVE_INFINITY), 2, -2), 0, 0);
  }
}
