package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~elu~1]
class EluProperties extends OperationContract {

  EluProperties() {
    super("elu");
  }

  @Example
  void specialPointsAreThoseOfTheFormula() {
    Special.agree(x -> x.elu(1), x -> x > 0 ? x : Math.expm1(x));
    Special.agree(x -> x.elu(0.5), x -> x > 0 ? x : 0.5 * Math.expm1(x));
  }

  @Property
  void bothSidesAddUp(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor left = x.minimum(Tensor.scalar(0)).expm1().mul(0.5);
    same(x.relu().add(left), x.elu(0.5));
  }

  @Example
  void farAwayNothingOverflowsAndAtZeroTheLeftSideCounts() {
    bits(Tensor.of(1000, -1000).elu(2), 1000, -2);
    bits(
        slope(x -> x.elu(2), 0, 1000, -1000, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
        2,
        1,
        0,
        1,
        0);
    bits(slope(x -> x.elu(2), Double.NaN), Double.NaN);
  }
}
