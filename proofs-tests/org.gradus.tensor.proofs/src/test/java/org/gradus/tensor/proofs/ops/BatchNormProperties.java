package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~batchNorm~1]
class BatchNormProperties extends OperationContract {
  private static final Normalization STANDARD = Normalization.standard();

  /** Of a channel whose deviation is above the rounding of its mean. */
  private static final double LEAST_VARIANCE = 1e-4;

  /** Bound: a mean of at most 64 standardized numbers of size at most 8, and their squares. */
  private static final double MOMENTS = 1e-12;

  /** Bound: a shift by 100 rounds every element by 100·2⁻⁵³, at a deviation of at least 0.003. */
  private static final double SHIFTED = 1e-11;

  BatchNormProperties() {
    super("batchNorm");
  }

  @Example
  void threeValuesByHand() {
    Tensor x = Tensor.of(0, 2, 4).reshape(3, 1);
    RunningStatistics running = RunningStatistics.ofChannels(1);
    Tensor y = Layers.batchNorm(x, running, true, STANDARD);
    double outer = 2 / Math.sqrt(8.0 / 3 + 1e-5);
    bits(y.flatten(), -outer, 0, outer);
    assertThat(y.at(2, 0)).isEqualTo(1.2247425750014138);
    relative(0x1p-52, Tensor.of(0.2), running.mean());
    relative(0x1p-52, Tensor.of(1.3), running.variance());
  }

  @Example
  void trainingThenEvaluationByHand() {
    Tensor x = Tensor.of(new double[][] {{0, 0}, {2, 4}});
    RunningStatistics running = RunningStatistics.ofChannels(2);
    Layers.batchNorm(x, running, true, STANDARD);
    relative(0x1p-52, Tensor.of(0.1, 0.2), running.mean());
    relative(0x1p-52, Tensor.of(1.1, 1.7), running.variance());
    Tensor y = Layers.batchNorm(x, running, false, STANDARD);
    Tensor expected =
        Tensor.of(
            new double[][] {
              {-0.1 / Math.sqrt(1.10001), -0.2 / Math.sqrt(1.70001)},
              {1.9 / Math.sqrt(1.10001), 3.8 / Math.sqrt(1.70001)}
            });
    relative(4 * 0x1p-52, expected, y);
    relative(0x1p-52, Tensor.of(0.1, 0.2), running.mean());
  }

  @Example
  void momentumIsTheWeightOfTheNewestBatch() {
    Tensor x = Tensor.of(0, 2, 4).reshape(3, 1);
    Tensor mean = Tensor.of(10);
    Tensor variance = Tensor.of(100);
    Layers.batchNorm(x, RunningStatistics.of(mean, variance).momentum(1), true, STANDARD);
    bits(mean, 2);
    bits(variance, 4);
    Layers.batchNorm(x.mul(7), RunningStatistics.of(mean, variance).momentum(0), true, STANDARD);
    bits(mean, 2);
    bits(variance, 4);
    Layers.batchNorm(x.mul(3), RunningStatistics.of(mean, variance).momentum(0.5), true, STANDARD);
    bits(mean, 4);
    bits(variance, 20);
  }

  @Property
  void everyChannelHasMeanZeroAndTheVarianceThatEpsLeaves(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() <= x.size(1)) {
      return;
    }
    Tensor y = channelFirst(Layers.batchNorm(x, STANDARD));
    Tensor v = channelFirst(x).var(new int[] {1}, 0, false);
    relative(MOMENTS, Tensor.ones(x.size(1)), y.mean(1).add(1));
    relative(MOMENTS, v.div(v.add(1e-5)).add(1), y.var(new int[] {1}, 0, false).add(1));
  }

  @Property
  void aShiftOfAChannelChangesNothing(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() > x.size(1)) {
      Tensor moved = Layers.batchNorm(x.add(100), STANDARD);
      relative(SHIFTED, Layers.batchNorm(x, STANDARD).add(10), moved.add(10));
    }
  }

  @Property
  void theGradientSumsToZeroAndIsOrthogonalToTheResult(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).clone();
    if (x.numel() <= x.size(1)) {
      return;
    }
    if (channelFirst(x).var(new int[] {1}, 0, false).min().item() < LEAST_VARIANCE) {
      return;
    }
    x.requiresGrad_();
    Tensor y = Layers.batchNorm(x, STANDARD.eps(0));
    y.backward(Tensor.arange(y.numel()).sin().reshape(y.shape()));
    Tensor gradient = channelFirst(x.grad());
    Tensor along = gradient.mul(channelFirst(y.detach()));
    Tensor size = gradient.abs().sum(1).add(1);
    relative(MOMENTS, size, size.add(gradient.sum(1)));
    relative(MOMENTS, size, size.add(along.sum(1)));
  }

  private static Tensor channelFirst(Tensor x) {
    Tensor turned = x.transpose(0, 1);
    return turned.reshape(x.size(1), x.numel() / x.size(1));
  }

  @Example
  void anEmptyBatchLeavesTheRunningStatisticsAlone() {
    RunningStatistics running = RunningStatistics.ofChannels(2);
    Tensor y = Layers.batchNorm(Tensor.zeros(0, 2), running, true, STANDARD);
    assertThat(y.shape()).containsExactly(0, 2);
    bits(running.mean(), 0, 0);
    bits(running.variance(), 1, 1);
    assertThat(running.mean().version()).isZero();
  }

  @Example
  void runningStatisticsAreChangedInPlaceOnceAndLearnNothing() {
    Tensor mean = Tensor.zeros(1).requiresGrad_();
    Tensor variance = Tensor.ones(1).requiresGrad_();
    Tensor x = Tensor.of(1, 3).reshape(2, 1).requiresGrad_();
    RunningStatistics running = RunningStatistics.of(mean, variance);
    Layers.batchNorm(x, running, true, STANDARD).square().sum().backward();
    assertThat(mean.version()).isOne();
    assertThat(variance.version()).isOne();
    Layers.batchNorm(x, running, false, STANDARD).square().sum().backward();
    assertThat(mean.hasGrad()).isFalse();
    assertThat(variance.hasGrad()).isFalse();
  }

  @Example
  void evaluationKeepsTheStatisticsItUsed() {
    RunningStatistics running = RunningStatistics.of(Tensor.of(1), Tensor.of(3));
    Tensor x = Tensor.of(5, 7).reshape(2, 1).requiresGrad_();
    Tensor y = Layers.batchNorm(x, running, false, STANDARD.eps(1));
    Layers.batchNorm(x.detach(), running, true, STANDARD);
    y.sum().backward();
    bits(x.grad().flatten(), 0.5, 0.5);
  }

  @Example
  void whatIsRefusedLeavesBothStatisticsAlone() {
    Tensor mean = Tensor.zeros(2);
    Tensor shared = Tensor.ones(1).expand(2);
    Tensor x = Tensor.arange(4).reshape(2, 2);
    assertThatThrownBy(
            () -> Layers.batchNorm(x, RunningStatistics.of(mean, shared), true, STANDARD))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("batchNorm: several elements of [2] share one place in memory");
    bits(mean, 0, 0);
    assertThat(mean.version()).isZero();
  }

  @Example
  void equalValuesHaveNoDeviationAndAGradientOfZero() {
    Tensor x = Tensor.of(3, 3).reshape(2, 1).requiresGrad_();
    Tensor y = Layers.batchNorm(x, STANDARD);
    same(Tensor.zeros(2, 1), y);
    y.backward(Tensor.of(1, 1).reshape(2, 1));
    same(Tensor.zeros(2, 1), x.grad());
  }
}
