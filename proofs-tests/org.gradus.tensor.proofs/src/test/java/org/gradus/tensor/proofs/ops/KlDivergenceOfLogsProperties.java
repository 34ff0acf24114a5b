package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
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
  /** Roundings of one term eᵇ·(b − a), next to those of the sum. */
  private static final int ROUNDINGS = 8;

  KlDivergenceOfLogsProperties() {
    super("klDivergenceOfLogs");
  }

  @Property
  void itIsTheDivergenceFromThePowers(@ForAll("cases") Case sampled) {
    Tensor q = sampled.operands().get(0);
    Tensor p = sampled.operands().get(1);
    ofTerms(
        (p.numel() + ROUNDINGS) * 0x1p-53,
        q.abs().add(p.abs()).add(2).mul(p.exp()).sum(),
        Losses.klDivergence(q, p.exp(), LossReduction.SUM),
        Losses.klDivergenceOfLogs(q, p, LossReduction.SUM));
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
