package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
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
   * Bound, in 2⁻⁵³: 2.5 ulp of a value near 4 are 20, the exponential adds 2, the sigmoid has 5.
   */
  private static final double EXPONENTIAL = 27 * 0x1p-53;

  /** Bound: two values of at most 4, each off by 2.5 ulp, and the sums rounded, relative to 4. */
  private static final double SYMMETRY = 20 * 0x1p-53;

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
    relative(SYMMETRY, x.add(8), x.logSigmoid().sub(x.neg().logSigmoid()).add(8));
  }

  @Property
  void theExponentialIsTheSigmoid(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    relative(EXPONENTIAL, x.sigmoid(), x.logSigmoid().exp());
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
