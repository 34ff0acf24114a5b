package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~slice~1]
class SliceProperties extends OperationContract {

  SliceProperties() {
    super("slice");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Example
  void boundsAreClippedAndNegativeOnesCountFromTheEnd() {
    Tensor x = Tensor.arange(5);
    bits(x.slice(0, 1, 3), 1, 2);
    bits(x.slice(0, -2, 9), 3, 4);
    bits(x.slice(0, -9, -3), 0, 1);
    bits(x.slice(0, 0, 5, 2), 0, 2, 4);
    bits(x.slice(0, 1, 5, 3), 1, 4);
    assertThat(x.slice(0, 3, 1).shape()).containsExactly(0);
  }

  @Property
  void twoSlicesJoinToTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    for (int cut = 0; cut <= x.size(0); cut++) {
      same(x, Tensor.cat(List.of(x.slice(0, 0, cut), x.slice(0, cut, x.size(0))), 0));
    }
  }
}
