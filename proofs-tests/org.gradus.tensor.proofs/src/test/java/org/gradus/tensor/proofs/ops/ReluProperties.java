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

// [proof->op~relu~1]
class ReluProperties extends OperationContract {

  ReluProperties() {
    super("relu");
  }

  @Example
  void specialPointsAreThoseOfTheMaximumWithZero() {
    Special.agree(Tensor::relu, x -> Math.max(x, 0));
  }

  @Property
  void bothHalvesMakeTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x, x.relu().sub(x.neg().relu()));
    same(x.relu(), x.relu().relu());
  }

  @Example
  void theGradientAtZeroOfEitherSignIsZeroAndAtNanOne() {
    bits(slope(Tensor::relu, 0.0, -0.0, 3, -3, Double.NaN), 0, 0, 1, 0, 1);
  }
}
