package org.gradus.tensor.internal.ops;

import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;

/**
 * Kullback and Leibler's divergence of predicted log-probabilities a = ln q from target
 * probabilities b = p.
 *
 * <pre>
 *   l = p·ln p − p·a      p·ln p = 0 at p = 0
 *   ā = −l̄·p      p̄ = l̄·(ln p + 1 − a)
 * </pre>
 *
 * <p>At p = 0 the gradient by p is −∞, its limit. A negative p gives NaN.
 */
// [impl->op~klDivergence~1]
public record KlDivergence(Tensor a, Tensor b, LossReduction reduction) implements PairLoss {
  private static final Distance BORDER = Distance.ofOperand("p", 1, 0).fromAbove();

  /** At 1/e and 1/e² the gradient ln p + 1 − a is zero, beside predictions of 0 and −1. */
  private static final Domain TARGETS = Domain.between(0, 1).and(1, Math.exp(-1), Math.exp(-2));

  static final Operation OPERATION =
      Operation.of(
              "klDivergence",
              "l = p·(ln p − ln q)",
              "ln q‾ = −l̄·p, p̄ = l̄·(ln p + 1 − ln q)",
              KlDivergence::sample)
          .with(BORDER)
          .with(
              Kink.limit(
                  LossCases.at("p = 0", -1, 0, Losses::klDivergence, KlDivergence::define, BORDER),
                  "limit from the right",
                  Tensor.scalar(0),
                  Tensor.scalar(Double.NEGATIVE_INFINITY)));

  /** Check the operands. */
  public KlDivergence {
    LossCheck.pair("klDivergence", a, b, reduction);
  }

  @Override
  public Tensor forward() {
    return reduced(Kernels.zip(a, b, (q, p) -> (p == 0 ? 0 : p * Math.log(p)) - p * q));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> share(yBar).mul(b).neg());
    gradients.add(b, () -> share(yBar).mul(b.log().add(1).sub(a)));
  }

  @Override
  public Saved saved() {
    return Saved.of(b).and(a, b.requiresGrad());
  }

  private static Case sample(Draw draw) {
    int[] shape = Sample.shape(draw);
    Tensor logarithms = Sample.tensor(draw, Domain.between(-3, 0).and(0, -1), shape);
    Tensor target = Sample.tensor(draw, TARGETS, shape);
    return LossCases.of(
        "klDivergence",
        draw,
        logarithms,
        target,
        Losses::klDivergence,
        LossCases.each(KlDivergence::define));
  }

  static <S extends Real<S>> S define(S logarithm, S p) {
    return p.mul(p.log().sub(logarithm));
  }
}
