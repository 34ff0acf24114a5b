package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~square~1]
class SquareProperties extends OperationContract {

  SquareProperties() {
    super("square");
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::square, x -> x * x);
  }

  @Property
  void aSquareIsAProduct(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.mul(x), x.square());
    same(x.square(), x.neg().square());
  }
}
