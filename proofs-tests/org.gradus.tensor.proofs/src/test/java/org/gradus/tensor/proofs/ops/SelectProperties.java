package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~select~1]
class SelectProperties extends OperationContract {

  SelectProperties() {
    super("select");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void aSelectionIsASliceOfLengthOne(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    for (int axis = 0; axis < x.ndim(); axis++) {
      for (int i = 0; i < x.size(axis); i++) {
        same(x.slice(axis, i, i + 1).squeeze(axis), x.select(axis, i));
        same(x.select(axis, i), x.select(axis, i - x.size(axis)));
      }
    }
  }
}
