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

// [proof->op~clamp~1]
class ClampProperties extends OperationContract {

  ClampProperties() {
    super("clamp");
  }

  @Example
  void specialPointsAreThoseOfTheFormula() {
    Special.agree(x -> x.clamp(-1, 1), x -> Math.min(Math.max(x, -1), 1));
    Special.agree(x -> x.clamp(1, -1), x -> Math.min(Math.max(x, 1), -1));
    Special.agree(x -> x.clamp(Double.NaN, 1), x -> Double.NaN);
  }

  @Property
  void theResultLiesWithinAndStaysThere(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor y = x.clamp(-1, 0.5);
    same(y, y.clamp(-1, 0.5));
    same(x.maximum(Tensor.scalar(-1)).minimum(Tensor.scalar(0.5)), y);
  }

  @Example
  void theGradientPassesAtBothBoundsAndNotAtNan() {
    bits(slope(x -> x.clamp(0, 1), -1, 0, 0.5, 1, 2, Double.NaN), 0, 1, 1, 1, 0, 0);
    bits(slope(x -> x.clamp(1, 0), -1, 0, 0.5, 1, 2), 0, 0, 0, 0, 0);
  }
}
