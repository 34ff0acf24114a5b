package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~squeeze~1]
class SqueezeProperties extends OperationContract {

  SqueezeProperties() {
    super("squeeze");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Example
  void onlyAxesOfLengthOneGo() {
    assertThat(Tensor.zeros(1, 2, 1).squeeze().shape()).containsExactly(2);
    assertThat(Tensor.zeros(1, 2, 1).squeeze(0).shape()).containsExactly(2, 1);
    assertThat(Tensor.zeros(1, 2, 1).squeeze(1).shape()).containsExactly(1, 2, 1);
    assertThat(Tensor.zeros(0, 1).squeeze().shape()).containsExactly(0);
  }
}
