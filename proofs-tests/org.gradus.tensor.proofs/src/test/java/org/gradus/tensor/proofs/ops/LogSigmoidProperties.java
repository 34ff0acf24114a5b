package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~logSigmoid~1]
class LogSigmoidProperties extends OperationContract {
  /**
   * Bound, in 2⁻⁵³: 2.5 ulp of the value are at most 5 times it, the exponential adds 2, the
   * sigmoid has 5.
   */
  private static final double EXPONENTIAL = 7 * 0x1p-53;

  /**
   * Bound, in 2⁻⁵³: 2.5 ulp of each value are at most 5 times it, and the difference is rounded.
   */
  private static final double SYMMETRY = 6 * 0x1p-53;

  LogSigmoidProperties() {
    super("logSigmoid");
  }

  @Example
  void specialPointsAreTheLimits() {
    bits(
        Tensor.of(0.0, -0.0, Double.MAX_VALUE, -Double.MAX_VALUE, Double.NaN).logSigmoid(),
        -Math.log(2),
        -Math.log(2),
        -0.0,
        -Double.MAX_VALUE,
        Double.NaN);
    bits(
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).logSigmoid(),
        -0.0,
        Double.NEGATIVE_INFINITY);
  }

  @Example
  void allDigitsAreRightNearZeroAndFarFromIt() {
    Digits.agree(
        Tensor::logSigmoid, x -> x.getOne().add(x.negate().exp()).log().negate(), x -> x < 50);
  }

  @Property
  void bothSidesDifferByTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor right = x.logSigmoid();
    Tensor left = x.neg().logSigmoid();
    ofTerms(SYMMETRY, right.abs().add(left.abs()), x, right.sub(left));
  }

  @Property
  void theExponentialIsTheSigmoid(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor y = x.logSigmoid();
    ofTerms(EXPONENTIAL, x.sigmoid().mul(y.abs().add(1)), x.sigmoid(), y.exp());
  }

  @Example
  void aThousandToTheLeftTheGradientIsOneAndToTheRightZero() {
    bits(Tensor.of(1000, -1000).logSigmoid(), -0.0, -1000);
    bits(slope(Tensor::logSigmoid, 0, 1000, -1000), 0.5, 0, 1);
    bits(
        slope(Tensor::logSigmoid, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN),
        0,
        1,
        Double.NaN);
  }
}
