package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~cat~1]
class CatProperties extends OperationContract {

  CatProperties() {
    super("cat");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void slicesOfTheWholeAreTheParts(@ForAll("cases") Case sampled) {
    List<Tensor> parts = sampled.operands();
    for (int axis = 0; axis < parts.get(0).ndim(); axis++) {
      Tensor x = parts.get(0);
      Tensor whole = Tensor.cat(List.of(x, x.neg()), axis);
      int length = x.size(axis);
      same(x, whole.slice(axis, 0, length));
      same(x.neg(), whole.slice(axis, length, 2 * length));
    }
  }

  @Example
  void oneTensorTwiceGetsBothShares() {
    Tensor x = Tensor.of(1, 2).requiresGrad_();
    Tensor.cat(List.of(x, x), 0).backward(Tensor.of(1, 2, 30, 40));
    bits(x.grad(), 31, 42);
  }

  @Example
  void noneAndUnequalShapesAreRefused() {
    assertThatThrownBy(() -> Tensor.cat(List.of(), 0))
        .isInstanceOf(ShapeException.class)
        .hasMessage("cat: there must be at least one tensor\n  given  none");
    assertThatThrownBy(() -> Tensor.cat(List.of(Tensor.zeros(2, 3), Tensor.zeros(2, 4)), 0))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "cat: tensors may differ only in the length of axis 0"
                + "\n  left   [2, 3]\n  right  [2, 4]");
  }
}
