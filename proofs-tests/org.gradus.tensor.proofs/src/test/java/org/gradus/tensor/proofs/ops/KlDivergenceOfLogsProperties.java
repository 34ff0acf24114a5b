package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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

// [proof->op~klDivergenceOfLogs~1]
class KlDivergenceOfLogsProperties extends OperationContract {
  /** Bound: at most 64 terms of size 3, each with a few roundings. */
  private static final double SUMS = 64 * 3 * 8 * 0x1p-53;

  KlDivergenceOfLogsProperties() {
    super("klDivergenceOfLogs");
  }

  @Property
  void itIsTheDivergenceFromThePowers(@ForAll("cases") Case sampled) {
    Tensor q = sampled.operands().get(0);
    Tensor p = sampled.operands().get(1);
    double expected = Losses.klDivergence(q, p.exp(), LossReduction.SUM).item();
    double actual = Losses.klDivergenceOfLogs(q, p, LossReduction.SUM).item();
    assertThat(actual).isCloseTo(expected, within(SUMS));
  }

  @Example
  void twoByHand() {
    Tensor p = Tensor.of(0, 0);
    bits(Losses.klDivergenceOfLogs(Tensor.of(-1, -3), p, LossReduction.NONE), 1, 3);
    bits(slope(q -> Losses.klDivergenceOfLogs(q, p, LossReduction.SUM), -1, -3), -1, -1);
    bits(
        slope(t -> Losses.klDivergenceOfLogs(Tensor.of(-1, -3), t, LossReduction.SUM), 0, 0), 2, 4);
  }

  @Example
  void anImpossibleTargetHasNoValue() {
    Tensor never = Tensor.of(Double.NEGATIVE_INFINITY);
    bits(Losses.klDivergenceOfLogs(Tensor.of(-1), never, LossReduction.SUM), Double.NaN);
  }
}
