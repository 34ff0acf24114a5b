package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~add~1]
class AddProperties extends OperationContract {

  AddProperties() {
    super("add");
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::add, Double::sum);
  }

  @Property
  void sumsCommute(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.add(b), b.add(a));
  }

  @Property
  void wholeNumbersAssociate(
      @ForAll("cases") Case sampled, @ForAll @IntRange(min = -9, max = 9) int c) {
    Tensor a = whole(sampled.operands().get(0));
    Tensor b = whole(sampled.operands().get(1));
    same(a.add(b).add(c), a.add(b.add(c)));
  }

  @Example
  void bothOperandsMayGrow() {
    Tensor column = Tensor.of(1, 2).reshape(2, 1);
    same(Tensor.of(new double[][] {{11, 21, 31}, {12, 22, 32}}), column.add(Tensor.of(10, 20, 30)));
  }
}
