package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~neg~1]
class NegProperties extends OperationContract {

  NegProperties() {
    super("neg");
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::neg, x -> -x);
  }

  @Property
  void twiceNegatedIsTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x, x.neg().neg());
    same(x.mul(0), x.add(x.neg()));
  }
}
