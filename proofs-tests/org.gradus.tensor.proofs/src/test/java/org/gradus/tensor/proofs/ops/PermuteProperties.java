package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~permute~1]
class PermuteProperties extends OperationContract {

  PermuteProperties() {
    super("permute");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Example
  void axesMoveToTheirNamedPlaces() {
    Tensor x = Tensor.arange(24).reshape(2, 3, 4);
    Tensor y = x.permute(2, 0, 1);
    assertThat(y.shape()).containsExactly(4, 2, 3);
    assertThat(y.at(3, 1, 2)).isEqualTo(x.at(1, 2, 3));
    same(x, y.permute(1, 2, 0));
    same(x.transpose(0, 2), x.permute(2, 1, 0));
  }
}
