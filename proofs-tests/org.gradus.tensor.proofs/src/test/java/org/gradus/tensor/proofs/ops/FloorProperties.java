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

// [proof->op~floor~1]
class FloorProperties extends OperationContract {

  FloorProperties() {
    super("floor");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::floor, Math::floor);
  }

  @Property
  void theRestIsNotNegativeAndBelowOne(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor rest = x.sub(x.floor());
    same(x.mul(0), rest.lt(x.mul(0)));
    same(x.mul(0), rest.ge(x.mul(0).add(1)));
    same(x.floor(), x.floor().round());
  }

  @Example
  void theGradientIsZeroWhateverArrives() {
    bits(slope(Tensor::floor, 0.2, 1, -1.5, Double.NaN), 0, 0, 0, 0);
    bits(slope(x -> x.floor().mul(Double.POSITIVE_INFINITY), 2, -2), 0, 0);
  }
}
