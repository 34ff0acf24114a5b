package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~sub~1]
class SubProperties extends OperationContract {

  SubProperties() {
    super("sub");
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::sub, (a, b) -> a - b);
  }

  @Property
  void exchangedOperandsNegateTheDifference(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(b.sub(a).neg(), a.sub(b));
  }

  @Property
  void wholeNumbersComeBack(@ForAll("cases") Case sampled) {
    Tensor a = whole(sampled.operands().get(0));
    Tensor b = whole(sampled.operands().get(1));
    same(a.add(b).sub(b), a.add(b.mul(0)));
  }
}
