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

// [proof->op~dot~1]
class DotProperties extends OperationContract {

  DotProperties() {
    super("dot");
  }

  @Example
  void threeByHand() {
    same(Tensor.scalar(32), Tensor.of(1, 2, 3).dot(Tensor.of(4, 5, 6)));
  }

  @Property
  void theInnerProductIsASumOfProducts(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.mul(b).sum(), a.dot(b));
    same(a.dot(b), b.dot(a));
  }

  @Example
  void aVectorWithItselfHasTwiceItAsGradient() {
    bits(slope(x -> x.dot(x), 3, -1), 6, -2);
  }
}
