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

// [proof->op~softplus~1]
class SoftplusProperties extends OperationContract {

  SoftplusProperties() {
    super("softplus");
  }

  @Example
  void specialPointsAreTheLimits() {
    bits(
        Tensor.of(0.0, -0.0, Double.MAX_VALUE, -Double.MAX_VALUE, Double.NaN).softplus(),
        Math.log(2),
        Math.log(2),
        Double.MAX_VALUE,
        0,
        Double.NaN);
    bits(
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).softplus(),
        Double.POSITIVE_INFINITY,
        0);
  }

  @Example
  void allDigitsAreRightNearZeroAndFarFromIt() {
    Digits.agree(x -> x.softplus(1, 1000), x -> x.getOne().add(x.exp()).log(), x -> x > -50);
  }

  @Property
  void sharpnessScalesBothSides(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.mul(2).softplus().div(2), x.softplus(2, 20));
    same(x.neg().logSigmoid().neg(), x.softplus(1, Double.POSITIVE_INFINITY));
  }

  @Example
  void aboveTheThresholdStandsTheIdentity() {
    double above = Math.nextUp(20.0);
    bits(Tensor.of(20, above).softplus(), 20.000000002061153, above);
    bits(slope(Tensor::softplus, 20, above), 1 / (1 + Math.exp(-20)), 1);
    bits(Tensor.of(0.5, 0.75).softplus(2, 1), Math.log1p(Math.E) / 2, 0.75);
    bits(slope(x -> x.softplus(2, 1), 0.75), 1);
  }

  @Example
  void aLargeThresholdDoesNotOverflow() {
    bits(Tensor.of(1000, -1000).softplus(1, 10_000), 1000, 0);
    bits(slope(x -> x.softplus(1, 10_000), 1000, -1000, 0), 1, 0, 0.5);
  }

  @Example
  void farAwayTheGradientIsZeroOrOne() {
    bits(
        slope(Tensor::softplus, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN),
        1,
        0,
        Double.NaN);
  }
}
