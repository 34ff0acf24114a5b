package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~sum~1]
class SumProperties extends OperationContract {

  SumProperties() {
    super("sum");
  }

  @Property
  void theSumIsTheSumOfItsParts(@ForAll("cases") Case sampled) {
    Tensor x = whole(sampled.operands().get(0));
    Tensor parts = Tensor.scalar(0);
    for (double element : x.toArray()) {
      parts = parts.add(element);
    }
    same(parts, x.sum());
    Tensor stepwise = x;
    while (stepwise.ndim() > 0) {
      stepwise = stepwise.sum(-1);
    }
    same(parts, stepwise);
  }

  @Example
  void oneAxisByHand() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    same(Tensor.of(5, 7, 9), x.sum(0));
    same(Tensor.of(6, 15), x.sum(1));
    same(Tensor.of(new double[][] {{6}, {15}}), x.sum(new int[] {1}, true));
    same(Tensor.scalar(21), x.sum());
  }

  @Example
  void noElementAddsUpToZeroAndNanToNan() {
    bits(Tensor.zeros(0, 2).sum(0), 0, 0);
    bits(Tensor.of(1, Double.NaN).sum(), Double.NaN);
    bits(Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).sum(), Double.NaN);
  }

  @Example
  void elementsAreAddedInRowMajorOrder() {
    bits(Tensor.of(1e16, 1, -1e16, 1).sum(), 1);
    bits(Tensor.of(1e16, -1e16, 1, 1).sum(), 2);
  }
}
