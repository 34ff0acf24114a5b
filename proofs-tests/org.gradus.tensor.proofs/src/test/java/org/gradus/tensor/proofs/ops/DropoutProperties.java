package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.tensor.op.Case;

// [proof->op~dropout~1]
class DropoutProperties extends OperationContract {
  private static final int DRAWS = 40_000;

  /**
   * Six deviations: a mean of kept elements strays further once in 5·10⁸ tries.
   *
   * <pre>
   *   E k = 1      Var k = p/(1 − p)
   * </pre>
   */
  private static final double DEVIATIONS = 6;

  private interface Unit extends Axis {}

  DropoutProperties() {
    super("dropout");
  }

  /** A generator whose numbers of [0, 1) are given. */
  private static RandomGenerator given(double... numbers) {
    int[] next = {0};
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new AssertionError("only numbers of [0, 1) are drawn");
      }

      @Override
      public double nextDouble() {
        return numbers[next[0]++];
      }
    };
  }

  @Example
  void fourElementsByHand() {
    Tensor x = Tensor.of(1, 2, 3, 4).requiresGrad_();
    Tensor y = Layers.dropout(x, 0.2, true, given(0.1, 0.2, 0.9, 0.19));
    bits(y.detach(), 0, 2.5, 3.75, 0);
    y.backward(Tensor.of(8, 8, 80, 8));
    bits(x.grad(), 0, 10, 100, 0);
  }

  @Property
  void evaluationLeavesAllAsItIsAndDrawsNothing(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(max = 1) double p) {
    Tensor x = sampled.operands().get(0);
    same(x, Layers.dropout(x, p, false, given()));
  }

  @Property(tries = 50)
  void theExpectationIsTheInput(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double p, @ForAll long seed) {
    Tensor y = Layers.dropout(Tensor.ones(DRAWS), p, true, new SplittableRandom(seed));
    double bound = DEVIATIONS * Math.sqrt(p / (1 - p) / DRAWS);
    assertThat(y.mean().item()).isBetween(1 - bound, 1 + bound);
  }

  @Property
  void everyElementIsDroppedOrScaled(@ForAll("cases") Case sampled, @ForAll long seed) {
    Tensor x = sampled.operands().get(0);
    Tensor y = Layers.dropout(x, 0.75, true, new SplittableRandom(seed));
    same(Tensor.where(y.eq(Tensor.scalar(0)), y, x.mul(4)), y);
  }

  @Example
  void theWayBackDropsTheSame() {
    Tensor x = Tensor.ones(1000).requiresGrad_();
    Tensor y = Layers.dropout(x, 0.5, true, new SplittableRandom(3));
    y.sum().backward();
    same(y, x.grad());
    assertThat(y.eq(Tensor.scalar(0)).sum().item()).isBetween(400.0, 600.0);
  }

  @Example
  void probabilityZeroKeepsAllAndOneNothing() {
    Tensor x = Tensor.of(1, -2).requiresGrad_();
    bits(Layers.dropout(x, 0, true, given(0, 0.5)).detach(), 1, -2);
    Tensor y = Layers.dropout(x, 1, true, given(0, 0.99));
    bits(y.detach(), 0, -0.0);
    y.sum().backward();
    bits(x.grad(), 0, 0);
  }

  @Example
  void anInfinityThatIsDroppedIsNan() {
    Tensor x = Tensor.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    bits(Layers.dropout(x, 0.5, true, given(0.4, 0.6)), Double.NaN, Double.POSITIVE_INFINITY);
  }

  @Example
  void aVectorStaysOne() {
    Vector<Unit> x = Vector.of(Dim.of(Unit.class, 2), 1, 2);
    Vector<Unit> y = Layers.dropout(x, 0.5, true, given(0.6, 0.4));
    bits(y.tensor(), 2, 0);
    bits(Layers.dropout(x, 0.5, false, given()).tensor(), 1, 2);
  }
}
