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

// [proof->op~tanh~1]
class TanhProperties extends OperationContract {

  TanhProperties() {
    super("tanh");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::tanh, Math::tanh);
  }

  @Example
  void allDigitsAreRightNearZeroAndFarFromIt() {
    Digits.agree(
        Tensor::tanh,
        x -> {
          var square = x.multiply(2).exp();
          return square.subtract(x.getOne()).divide(square.add(x.getOne()));
        },
        x -> true);
  }

  @Example
  void aThousandEitherWayIsOneWithoutAGradient() {
    bits(Tensor.of(1000, -1000).tanh(), 1, -1);
    bits(slope(Tensor::tanh, 1000, -1000, 0), 0, 0, 1);
  }

  @Property
  void theTangentIsOdd(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.tanh().neg(), x.neg().tanh());
  }
}
