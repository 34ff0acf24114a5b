package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~stack~1]
class StackProperties extends OperationContract {

  StackProperties() {
    super("stack");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void selectionsOfTheStackAreTheParts(@ForAll("cases") Case sampled) {
    List<Tensor> parts = sampled.operands();
    for (int axis = 0; axis <= parts.get(0).ndim(); axis++) {
      Tensor stack = Tensor.stack(parts, axis);
      List<Tensor> lifted = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        same(parts.get(i), stack.select(axis, i));
        lifted.add(parts.get(i).unsqueeze(axis));
      }
      same(Tensor.cat(lifted, axis), stack);
    }
  }

  @Example
  void oneTensorTwiceGetsBothShares() {
    Tensor x = Tensor.of(1, 2).requiresGrad_();
    Tensor.stack(List.of(x, x), 1).backward(Tensor.of(new double[][] {{1, 2}, {30, 40}}));
    bits(x.grad(), 3, 70);
  }
}
