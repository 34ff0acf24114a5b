package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.check.jqwik.Cases;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;

// [proof->op~copy_~1]
class CopyProperties {

  @Provide
  Arbitrary<Case> cases() {
    return Cases.of(Catalogue.operation("expand"));
  }

  @Property
  void theTargetTakesTheBroadcastValue(@ForAll("cases") Case sampled) {
    Tensor b = sampled.operands().get(0);
    Tensor expanded = sampled.application().apply(sampled.operands());
    Tensor target = Tensor.full(Double.NaN, expanded.shape());
    same(expanded, target.copy_(b));
    same(expanded, target);
  }

  @Property
  void theGradientGoesToTheValueAndNotToWhatWasOverwritten(@ForAll("cases") Case sampled) {
    Tensor b = sampled.operands().get(0).clone().requiresGrad_();
    int[] shape = sampled.application().apply(sampled.operands()).shape();
    Tensor old = Tensor.full(5, shape).requiresGrad_();
    Tensor target = old.mul(2);
    target.copy_(b);
    Tensor yBar = Tensor.arange(target.numel()).reshape(shape);
    target.backward(yBar);
    same(yBar.sumTo(b.shape()), b.grad());
    same(Tensor.zeros(shape), old.grad());
  }
}
