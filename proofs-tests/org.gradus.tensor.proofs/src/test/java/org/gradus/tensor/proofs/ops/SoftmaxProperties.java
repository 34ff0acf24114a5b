package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~softmax~1]
class SoftmaxProperties extends OperationContract {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** Bound: an exponential of 1 ulp, a quotient, and as much for each of at most four terms. */
  private static final double ROUNDED = 12 * 0x1p-53;

  SoftmaxProperties() {
    super("softmax");
  }

  @Example
  void sharesOfOneTwoAndFiveByHand() {
    Tensor x = Tensor.of(1, 2, 5).log().requiresGrad_();
    Tensor y = x.softmax(0);
    relative(ROUNDED, Tensor.of(0.125, 0.25, 0.625), y);
    y.backward(Tensor.of(8, 0, 0));
    relative(ROUNDED, Tensor.of(7.0 / 8, -2.0 / 8, -5.0 / 8), x.grad());
  }

  @Example
  void eachLineAlongAnAxisIsAnswered() {
    Tensor x = Tensor.of(new double[][] {{1, 3}, {1, 1}}).log();
    relative(ROUNDED, Tensor.of(new double[][] {{0.5, 0.75}, {0.5, 0.25}}), x.softmax(0));
    relative(ROUNDED, Tensor.of(new double[][] {{0.25, 0.75}, {0.5, 0.5}}), x.softmax(-1));
  }

  @Property
  void everyLineAddsUpToOne(@ForAll("cases") Case sampled) {
    Tensor y = sampled.operands().get(0).softmax(-1);
    if (y.size(-1) > 0) {
      relative(ROUNDED, Tensor.ones(y.sum(-1).shape()), y.sum(-1));
    }
  }

  @Property
  void aShiftOfALineChangesNothing(
      @ForAll("cases") Case sampled, @ForAll @IntRange(min = -1000, max = 1000) int shift) {
    Tensor x = whole(sampled.operands().get(0));
    same(x.softmax(-1), x.add(shift).softmax(-1));
  }

  @Property
  void theJacobianIsSymmetric(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).requiresGrad_();
    Tensor u = x.detach().sin();
    Tensor v = x.detach().cos();
    double uv = backward(x, u).mul(v).sum().item();
    double vu = backward(x, v).mul(u).sum().item();
    assertThat(Math.abs(uv - vu)).isLessThanOrEqualTo(ROUNDED * x.numel());
  }

  private static Tensor backward(Tensor x, Tensor yBar) {
    x.clearGrad();
    x.softmax(0).backward(yBar);
    return x.grad();
  }

  @Example
  void twoClassesAreASigmoid() {
    Tensor x = Tensor.of(-40, -3, -0.1, 0, 2, 30);
    Tensor pairs = Tensor.stack(List.of(x, Tensor.zeros(6)), 1);
    relative(ROUNDED, x.sigmoid(), pairs.softmax(1).select(1, 0));
  }

  @Example
  void hugeElementsStayFinite() {
    bits(Tensor.of(-1000, 1000).softmax(0), 0, 1);
    bits(Tensor.of(-1000, -1000).softmax(0), 0.5, 0.5);
    bits(Tensor.of(1e308, -1e308, 1e308).softmax(0), 0.5, 0, 0.5);
  }

  @Example
  void minusInfinityGetsNothingAndALineOfItIsNaN() {
    bits(Tensor.of(0, -INFINITY, 0).softmax(0), 0.5, 0, 0.5);
    bits(Tensor.of(-INFINITY, -INFINITY).softmax(0), NAN, NAN);
    bits(Tensor.of(0, INFINITY).softmax(0), NAN, NAN);
    bits(Tensor.of(0, NAN).softmax(0), NAN, NAN);
  }

  @Example
  void anEmptyLineIsEmptyAndOneElementIsCertain() {
    assertThat(Tensor.zeros(2, 0).softmax(1).shape()).containsExactly(2, 0);
    assertThat(Tensor.zeros(0, 3).softmax(1).shape()).containsExactly(0, 3);
    bits(Tensor.of(-7).softmax(0), 1);
  }
}
