package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~logSumExp~1]
class LogSumExpProperties extends OperationContract {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** Bound: numbers of size 45 at most, rounded in up to five sums, of at most 64 terms rounded. */
  private static final double ROUNDED = (5 * 45 + 4 * 64) * 0x1p-53;

  LogSumExpProperties() {
    super("logSumExp");
  }

  @Example
  void oneTwoAndFiveByHand() {
    Tensor x = Tensor.of(1, 2, 5).log();
    relative(ROUNDED, Tensor.scalar(Math.log(8)), x.logSumExp());
    relative(
        ROUNDED,
        Tensor.of(1 / 8.0, 2 / 8.0, 5 / 8.0),
        Tensor.of(slope(Tensor::logSumExp, x.toArray())));
  }

  @Example
  void axesGoOrStayWithLengthOne() {
    Tensor x = Tensor.of(new double[][] {{1, 3}, {1, 1}}).log();
    relative(ROUNDED, Tensor.of(2, 4).log(), x.logSumExp(0));
    relative(
        ROUNDED, Tensor.of(new double[][] {{4}, {2}}).log(), x.logSumExp(new int[] {-1}, true));
    relative(ROUNDED, Tensor.scalar(6).log(), x.logSumExp(0, 1));
  }

  @Property
  void itLiesBetweenTheLargestAndThatPlusTheLogarithmOfTheCount(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() > 0) {
      double y = x.logSumExp().item();
      double most = x.max().item();
      assertThat(y).isBetween(most, most + Math.log(x.numel()) + ROUNDED);
    }
  }

  @Property
  void itsGradientIsTheSoftmax(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).flatten();
    relative(ROUNDED, x.softmax(0), Tensor.of(slope(Tensor::logSumExp, x.toArray())));
  }

  @Property
  void stepsAlongAxesGiveTheWhole(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor y = x;
    while (y.ndim() > 0) {
      y = y.logSumExp(0);
    }
    relative(ROUNDED, x.logSumExp().exp(), y.exp());
  }

  @Example
  void hugeElementsStayFinite() {
    bits(Tensor.of(1000, 1000).logSumExp(), 1000 + Math.log(2));
    bits(Tensor.of(-1000, -1000).logSumExp(), -1000 + Math.log(2));
    bits(Tensor.of(1e308, -1e308).logSumExp(), 1e308);
    bits(slope(Tensor::logSumExp, -1000, 1000), 0, 1);
  }

  @Example
  void infinitiesAndNaN() {
    bits(Tensor.of(0, -INFINITY).logSumExp(), 0);
    bits(Tensor.of(-INFINITY, -INFINITY).logSumExp(), -INFINITY);
    bits(Tensor.of(0, INFINITY).logSumExp(), INFINITY);
    bits(Tensor.of(INFINITY, -INFINITY).logSumExp(), INFINITY);
    bits(Tensor.of(0, NAN).logSumExp(), NAN);
    bits(slope(Tensor::logSumExp, 0, -INFINITY), 1, 0);
    bits(slope(Tensor::logSumExp, -INFINITY, -INFINITY), NAN, NAN);
    bits(slope(Tensor::logSumExp, 0, INFINITY), 0, NAN);
  }

  @Example
  void ofNoElementItIsMinusInfinity() {
    bits(Tensor.zeros(2, 0).logSumExp(1), -INFINITY, -INFINITY);
    bits(Tensor.zeros(0).logSumExp(), -INFINITY);
    assertThat(Tensor.zeros(0, 3).logSumExp(1).shape()).containsExactly(0);
  }
}
