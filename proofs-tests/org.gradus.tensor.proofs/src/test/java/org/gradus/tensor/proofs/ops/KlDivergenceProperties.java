package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~klDivergence~1]
class KlDivergenceProperties extends OperationContract {
  private static final double INF = Double.POSITIVE_INFINITY;

  /** Bound: at most 64 terms of size 3, each with a few roundings. */
  private static final double SUMS = 64 * 3 * 8 * 0x1p-53;

  KlDivergenceProperties() {
    super("klDivergence");
  }

  /** Gibbs' inequality. */
  @Property
  void noDistributionIsNearerThanTheTargetItself(@ForAll("cases") Case sampled) {
    Tensor q = sampled.operands().get(0).exp();
    Tensor p = sampled.operands().get(1);
    if (p.numel() > 0) {
      Tensor target = p.div(p.sum());
      double itself = divergence(target, target);
      assertThat(Math.abs(itself)).isLessThan(SUMS);
      assertThat(divergence(q.div(q.sum()), target)).isGreaterThan(-SUMS);
    }
  }

  private static double divergence(Tensor q, Tensor p) {
    return Losses.klDivergence(q.log(), p, LossReduction.SUM).item();
  }

  @Example
  void oneBitByHand() {
    Tensor half = Tensor.of(0.5, 0.5);
    bits(Losses.klDivergence(half.log(), Tensor.of(1, 0), LossReduction.SUM), Math.log(2));
    bits(Losses.klDivergence(half.log(), Tensor.of(1, 0), LossReduction.NONE), Math.log(2), 0);
    bits(
        slope(x -> Losses.klDivergence(x, Tensor.of(0.25, 0), LossReduction.SUM), -1, -1),
        -0.25,
        -0.0);
  }

  @Example
  void theMeanOverTheBatchIsTheDivergenceOfTheRows() {
    Tensor q = Tensor.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}}).log();
    Tensor p = Tensor.of(new double[][] {{1, 0}, {0, 1}});
    bits(Losses.klDivergence(q, p, LossReduction.BATCH_MEAN), Math.log(2));
    bits(Losses.klDivergence(q, p, LossReduction.MEAN), Math.log(2) / 2);
  }

  @Example
  void anImpossibleTargetCostsNothingAndItsGradientIsTheLimit() {
    bits(slope(p -> Losses.klDivergence(Tensor.of(-1, -1), p, LossReduction.SUM), 0, 1), -INF, 2);
    bits(
        Losses.klDivergence(Tensor.of(-INF, -INF, -1), Tensor.of(0, 1, -1), LossReduction.NONE),
        Double.NaN,
        INF,
        Double.NaN);
  }
}
