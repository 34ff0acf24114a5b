package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~logSoftmax~1]
class LogSoftmaxProperties extends OperationContract {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** Bound: numbers of size four at most, each of a dozen operations rounded. */
  private static final double ROUNDED = 48 * 0x1p-53;

  /**
   * Bound, in 2⁻⁵³ relative to 1 + |y|: the logarithm is off by 2·|y| + 10, its exponential by 2
   * more, the softmax by 12.
   */
  private static final double EXPONENTIAL = 24 * 0x1p-53;

  LogSoftmaxProperties() {
    super("logSoftmax");
  }

  @Example
  void sharesOfOneTwoAndFiveByHand() {
    Tensor x = Tensor.of(1, 2, 5).log().requiresGrad_();
    Tensor y = x.logSoftmax(0);
    relative(ROUNDED, Tensor.of(1 / 8.0, 2 / 8.0, 5 / 8.0).log(), y);
    y.backward(Tensor.of(8, 0, 0));
    relative(ROUNDED, Tensor.of(7, -2, -5), x.grad());
  }

  @Property
  void itsExponentialIsTheSoftmax(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    for (int axis : new int[] {-1, 0}) {
      Tensor y = x.softmax(axis);
      Tensor logarithm = x.logSoftmax(axis);
      ofTerms(EXPONENTIAL, y.mul(logarithm.abs().add(1)), y, logarithm.exp());
    }
  }

  @Property
  void aShiftOfALineChangesNothing(
      @ForAll("cases") Case sampled, @ForAll @IntRange(min = -1000, max = 1000) int shift) {
    Tensor x = whole(sampled.operands().get(0));
    same(x.logSoftmax(0), x.add(shift).logSoftmax(0));
  }

  @Example
  void finiteWhereTheLogarithmOfTheSoftmaxIsNot() {
    Tensor x = Tensor.of(1000, 0, -1000);
    bits(x.softmax(0).log(), 0, -INFINITY, -INFINITY);
    bits(x.logSoftmax(0), 0, -1000, -2000);
  }

  @Example
  void theGradientOfAnUnlikelyClassIsFinite() {
    Tensor x = Tensor.of(1000, 0, -1000).requiresGrad_();
    x.logSoftmax(0).backward(Tensor.of(0, 0, 1));
    bits(x.grad(), -1, 0, 1);
  }

  @Example
  void minusInfinityStaysAndALineOfItIsNaN() {
    bits(Tensor.of(0, -INFINITY).logSoftmax(0), 0, -INFINITY);
    bits(Tensor.of(-INFINITY, -INFINITY).logSoftmax(0), NAN, NAN);
    bits(Tensor.of(0, INFINITY).logSoftmax(0), NAN, NAN);
    bits(Tensor.of(0, NAN).logSoftmax(0), NAN, NAN);
  }

  @Example
  void anEmptyLineIsEmptyAndOneElementIsCertain() {
    assertThat(Tensor.zeros(2, 0).logSoftmax(1).shape()).containsExactly(2, 0);
    bits(Tensor.of(-7).logSoftmax(0), 0);
  }
}
