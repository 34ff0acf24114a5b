package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~maximum~1]
class MaximumProperties extends OperationContract {

  MaximumProperties() {
    super("maximum");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::maximum, Math::max);
  }

  @Property
  void withTheOtherExtremeItMakesTheSum(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.add(b), a.maximum(b).add(a.minimum(b)));
    same(a.neg().minimum(b.neg()).neg(), a.maximum(b));
  }

  @Example
  void aTieIsSharedAndNanGivesAllToBoth() {
    Tensor a = Tensor.of(1, 1, Double.NaN, 3).requiresGrad_();
    Tensor b = Tensor.of(1, Double.NaN, 1, 2).requiresGrad_();
    a.maximum(b).sum().backward();
    bits(a.grad(), 0.5, 1, 1, 1);
    bits(b.grad(), 0.5, 1, 1, 0);
  }
}
