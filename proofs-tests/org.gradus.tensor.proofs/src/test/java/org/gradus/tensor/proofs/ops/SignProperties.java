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

// [proof->op~sign~1]
class SignProperties extends OperationContract {

  SignProperties() {
    super("sign");
  }

  @Example
  void bothZerosAndNanHaveTheSignZero() {
    bits(
        Tensor.of(3, -3, 0.0, -0.0, Double.NaN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY).sign(),
        1,
        -1,
        0,
        0,
        0,
        1,
        -1);
  }

  @Property
  void signTimesSizeIsTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x, x.sign().mul(x.abs()));
  }

  @Example
  void theGradientIsZeroWhateverArrives() {
    bits(slope(Tensor::sign, 2, -2, 0, Double.NaN), 0, 0, 0, 0);
    bits(slope(x -> x.sign().mul(Double.POSITIVE_INFINITY), 2, -2), 0, 0);
  }
}
