package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~where~1]
class WhereProperties extends OperationContract {

  WhereProperties() {
    super("where");
  }

  @Property
  void theOppositeConditionExchangesTheBranches(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    Tensor c = a.lt(b);
    same(Tensor.where(c, a, b), Tensor.where(a.ge(b), b, a));
    same(a.minimum(b), Tensor.where(c, a, b));
  }

  @Example
  void everyNumberButZeroChoosesTheFirst() {
    Tensor c = Tensor.of(0.0, -0.0, 1, -1, Double.MIN_VALUE, Double.NaN);
    bits(Tensor.where(c, Tensor.scalar(1), Tensor.scalar(2)), 2, 2, 1, 1, 1, 1);
  }

  @Example
  void theBranchNotChosenIsNotProtected() {
    bits(
        slope(x -> Tensor.where(x.gt(Tensor.scalar(0)), x.log(), Tensor.scalar(0)), 0, 1),
        Double.NaN,
        1);
  }

  @Example
  void aGuardedArgumentIsProtected() {
    bits(
        slope(
            x -> {
              Tensor positive = x.gt(Tensor.scalar(0));
              Tensor safe = Tensor.where(positive, x, Tensor.scalar(1));
              return Tensor.where(positive, safe.log(), Tensor.scalar(0));
            },
            0,
            1),
        0,
        1);
  }

  @Example
  void theConditionGetsNoGradient() {
    Tensor c = Tensor.of(1, 0).requiresGrad_();
    assertThat(Tensor.where(c, Tensor.scalar(1), Tensor.scalar(2)).requiresGrad()).isFalse();
  }

  @Example
  void aConditionChangedBeforeTheWayBackIsFoundOut() {
    Tensor c = Tensor.of(1, 0);
    Tensor y = Tensor.where(c, Tensor.of(1, 2).requiresGrad_(), Tensor.scalar(0)).sum();
    c.fill_(1);
    assertThatThrownBy(y::backward)
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("changed in place afterwards");
  }
}
