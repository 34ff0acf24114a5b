package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~l1~1]
class L1Properties extends OperationContract {

  L1Properties() {
    super("l1");
  }

  @Property
  void theErrorIsTheMeanOfTheDistances(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.sub(b).abs().mean(), Losses.l1(a, b).tensor());
    same(Losses.l1(a, b).tensor(), Losses.l1(b, a).tensor());
  }

  @Example
  void threeByHand() {
    Tensor y = Tensor.of(0, 5, 1);
    bits(Losses.l1(Tensor.of(1, 2, 3), y, LossReduction.NONE), 1, 3, 2);
    bits(Losses.l1(Tensor.of(1, 2, 3), y, LossReduction.SUM), 6);
    bits(slope(x -> Losses.l1(x, y, LossReduction.SUM), 1, 2, 1), 1, -1, 0);
    bits(slope(x -> Losses.l1(y, x, LossReduction.SUM), 1, 2, 1), 1, -1, 0);
  }

  @Example
  void nanAndInfinityAreWhatTheDifferenceIs() {
    double inf = Double.POSITIVE_INFINITY;
    bits(
        Losses.l1(Tensor.of(Double.NaN, inf, inf), Tensor.of(0, -inf, inf), LossReduction.NONE),
        Double.NaN,
        inf,
        Double.NaN);
    bits(slope(x -> Losses.l1(x, Tensor.of(0, 0), LossReduction.SUM), Double.NaN, inf), 0, 1);
  }
}
