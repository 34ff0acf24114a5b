package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~mse~1]
class MeanSquareProperties extends OperationContract {

  MeanSquareProperties() {
    super("mse");
  }

  @Property
  void theErrorIsTheMeanOfTheSquaredDifferences(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.sub(b).square().mean(), a.mse(b));
    same(a.mse(b), b.mse(a));
  }

  @Example
  void threeByHand() {
    same(Tensor.scalar(3), Tensor.of(1, 2, 3).mse(Tensor.of(0, 0, 1)));
    bits(slope(x -> x.mse(Tensor.of(0, 0, 1, 0)), 1, 2, 3, 0), 0.5, 1, 1, 0);
  }

  @Example
  void noElementHasNoErrorAndNothingIsBroadcast() {
    bits(Tensor.zeros(0).mse(Tensor.zeros(0)), Double.NaN);
    assertThatThrownBy(() -> Tensor.zeros(3, 1).mse(Tensor.zeros(3)))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("mse: both operands must have the same shape");
  }
}
