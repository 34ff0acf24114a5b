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

// [proof->op~leakyRelu~1]
class LeakyReluProperties extends OperationContract {

  LeakyReluProperties() {
    super("leakyRelu");
  }

  @Example
  void specialPointsAreThoseOfTheLargerOfBothLines() {
    Special.agree(x -> x.leakyRelu(0.25), x -> Math.max(x, 0.25 * x));
  }

  @Property
  void theSlopesZeroOneAndMinusOneAreOldFriends(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.relu(), x.leakyRelu(0));
    same(x, x.leakyRelu(1));
    same(x.abs(), x.leakyRelu(-1));
  }

  @Example
  void theGradientIsTheSlopeAtBothZerosAndAtNan() {
    bits(slope(x -> x.leakyRelu(0.01), 0.0, -0.0, 3, -3, Double.NaN), 0.01, 0.01, 1, 0.01, 0.01);
  }
}
