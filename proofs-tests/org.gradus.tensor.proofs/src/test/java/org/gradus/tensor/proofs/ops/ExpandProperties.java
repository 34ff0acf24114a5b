package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~expand~1]
class ExpandProperties extends OperationContract {

  ExpandProperties() {
    super("expand");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void anExpansionIsASumWithZeros(@ForAll("cases") Case sampled) {
    Tensor y = sampled.application().apply(sampled.operands());
    same(sampled.operands().get(0).add(Tensor.zeros(y.shape())), y);
  }

  @Example
  void anExpandedTensorCannotBeChangedInPlace() {
    Tensor y = Tensor.of(1, 2).expand(3, 2);
    assertThatThrownBy(() -> y.add_(1))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("share one place in memory, as after expand()");
  }
}
