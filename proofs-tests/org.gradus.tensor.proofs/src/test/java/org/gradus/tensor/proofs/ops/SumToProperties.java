package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~sumTo~1]
class SumToProperties extends OperationContract {

  SumToProperties() {
    super("sumTo");
  }

  @Property
  void theSumIsTheAdjointOfTheExpansion(@ForAll("cases") Case sampled) {
    Tensor y = whole(sampled.operands().get(0));
    Tensor down = sampled.application().apply(List.of(y));
    Tensor x = whole(down.mul(0.125).add(0.5));
    same(x.expand(y.shape()).mul(y).sum(), x.mul(down).sum());
  }

  @Example
  void aShapeThatDoesNotExpandIsRefused() {
    assertThatThrownBy(() -> Tensor.zeros(2, 3).sumTo(2))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("sumTo: the shape must be one that expands to the operand's");
  }
}
