package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~mul~1]
class MulProperties extends OperationContract {

  MulProperties() {
    super("mul");
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::mul, (a, b) -> a * b);
  }

  @Property
  void productsCommute(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.mul(b), b.mul(a));
  }

  @Property
  void wholeNumbersDistribute(
      @ForAll("cases") Case sampled, @ForAll @IntRange(min = -9, max = 9) int c) {
    Tensor a = whole(sampled.operands().get(0));
    Tensor b = whole(sampled.operands().get(1));
    same(a.mul(b).add(a.mul(c)), a.mul(b.add(c)));
  }

  @Example
  void aNumberTimesItselfHasTwiceItAsGradient() {
    bits(slope(x -> x.mul(x), 3, 0), 6, 0);
  }
}
