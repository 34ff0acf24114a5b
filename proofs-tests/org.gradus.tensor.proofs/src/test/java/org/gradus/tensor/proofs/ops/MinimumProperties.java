package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~minimum~1]
class MinimumProperties extends OperationContract {

  MinimumProperties() {
    super("minimum");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::minimum, Math::min);
  }

  @Property
  void withTheOtherExtremeItMakesTheSum(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.add(b), a.minimum(b).add(a.maximum(b)));
    same(a.neg().maximum(b.neg()).neg(), a.minimum(b));
  }

  @Example
  void aTieIsSharedAndNanGivesAllToBoth() {
    Tensor a = Tensor.of(1, 1, Double.NaN, 3).requiresGrad_();
    Tensor b = Tensor.of(1, Double.NaN, 1, 2).requiresGrad_();
    a.minimum(b).sum().backward();
    bits(a.grad(), 0.5, 1, 1, 0);
    bits(b.grad(), 0.5, 1, 1, 1);
  }
}
