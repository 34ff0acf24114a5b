package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~transpose~1]
class TransposeProperties extends OperationContract {

  TransposeProperties() {
    super("transpose");
  }

  @Property
  void twiceTransposedIsTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x, sampled.application().apply(List.of(sampled.application().apply(List.of(x)))));
  }

  @Example
  void rowsBecomeColumns() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    same(Tensor.of(new double[][] {{1, 4}, {2, 5}, {3, 6}}), x.t());
    assertThat(x.t().sharesStorageWith(x)).isTrue();
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }
}
