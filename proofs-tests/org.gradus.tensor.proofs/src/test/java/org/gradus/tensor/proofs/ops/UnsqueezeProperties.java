package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~unsqueeze~1]
class UnsqueezeProperties extends OperationContract {

  UnsqueezeProperties() {
    super("unsqueeze");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void squeezingTakesTheNewAxisAway(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    for (int axis = -x.ndim() - 1; axis <= x.ndim(); axis++) {
      Tensor y = x.unsqueeze(axis);
      assertThat(y.size(axis)).isEqualTo(1);
      same(x, y.squeeze(axis));
    }
  }
}
