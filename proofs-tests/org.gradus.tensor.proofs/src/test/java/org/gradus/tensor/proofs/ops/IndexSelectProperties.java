package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~index~1]
class IndexSelectProperties extends OperationContract {

  IndexSelectProperties() {
    super("index");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Example
  void repeatedAndNegativeIndicesAccumulate() {
    Tensor x = Tensor.of(10, 20, 30).requiresGrad_();
    Tensor y = x.index(IndexTensor.of(0, 0, -1, 0, 2));
    bits(y.detach(), 10, 10, 30, 10, 30);
    y.sum().backward();
    bits(x.grad(), 3, 0, 2);
  }

  @Example
  void aPermutationMovesTheGradientBack() {
    Tensor x = Tensor.of(5, 6, 7).requiresGrad_();
    Tensor y = x.index(IndexTensor.of(2, 0, 1));
    bits(y.detach(), 7, 5, 6);
    y.backward(Tensor.of(1, 2, 3));
    bits(x.grad(), 2, 3, 1);
  }

  @Example
  void theIndexAxesTakeThePlaceOfTheAxis() {
    Tensor x = Tensor.arange(6).reshape(2, 3);
    Tensor y = x.indexSelect(1, IndexTensor.of(new int[] {2, 2}, new int[] {2, 0, -1, 1}));
    same(Tensor.of(2, 0, 2, 1, 5, 3, 5, 4).reshape(2, 2, 2), y);
  }

  @Property
  void anIndexIsAStackOfSelections(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    int last = x.size(0) - 1;
    if (last >= 0) {
      Tensor picked = x.index(IndexTensor.of(last, 0, last));
      same(Tensor.stack(List.of(x.select(0, last), x.select(0, 0), x.select(0, last)), 0), picked);
    }
  }
}
