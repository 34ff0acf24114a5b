package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~abs~1]
class AbsProperties extends OperationContract {

  AbsProperties() {
    super("abs");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::abs, Math::abs);
  }

  @Property
  void theAbsoluteValueIsTheLargerOfXAndItsNegative(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.maximum(x.neg()), x.abs());
  }

  @Example
  void theGradientAtZeroOfEitherSignIsZero() {
    same(Tensor.of(0, 0, 1, -1), Tensor.of(slope(Tensor::abs, 0.0, -0.0, 2, -2)));
  }

  @Example
  void theGradientAtNaNIsZero() {
    same(Tensor.of(0), Tensor.of(slope(Tensor::abs, Double.NaN)));
  }
}
