package org.gradus.tensor.internal.ops;

import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;

/**
 * Kullback and Leibler's divergence of predicted log-probabilities a = ln q from a target of
 * log-probabilities b = ln p.
 *
 * <pre>
 *   l = eᵇ·(b − a)
 *   ā = −l̄·eᵇ      b̄ = l̄·eᵇ·(b − a + 1)
 * </pre>
 *
 * <p>A target of −∞ gives NaN, as in PyTorch.
 */
// [impl->op~klDivergenceOfLogs~1]
public record KlDivergenceOfLogs(Tensor a, Tensor b, LossReduction reduction) implements PairLoss {
  /** Among them pairs where the gradient b − a + 1 is zero, and a vanishing probability. */
  private static final Domain LOGARITHMS = Domain.between(-3, 0).and(0, -1, -2, -40);

  static final Operation OPERATION =
      Operation.of(
          "klDivergenceOfLogs",
          "l = eᵇ·(b − a), a = ln q, b = ln p",
          "ā = −l̄·eᵇ, b̄ = l̄·eᵇ·(b − a + 1)",
          KlDivergenceOfLogs::sample);

  /** Check the operands. */
  public KlDivergenceOfLogs {
    LossCheck.pair("klDivergenceOfLogs", a, b, reduction);
  }

  @Override
  public Tensor forward() {
    return reduced(Kernels.zip(a, b, (q, p) -> Math.exp(p) * (p - q)));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> share(yBar).mul(b.exp()).neg());
    gradients.add(b, () -> share(yBar).mul(b.exp()).mul(b.sub(a).add(1)));
  }

  @Override
  public Saved saved() {
    return Saved.of(b).and(a, b.requiresGrad());
  }

  private static Case sample(Draw draw) {
    int[] shape = Sample.shape(draw);
    Tensor logarithms = Sample.tensor(draw, LOGARITHMS, shape);
    Tensor target = Sample.tensor(draw, LOGARITHMS, shape);
    return LossCases.of(
        "klDivergenceOfLogs",
        draw,
        logarithms,
        target,
        Losses::klDivergenceOfLogs,
        LossCases.each(KlDivergenceOfLogs::define));
  }

  static <S extends Real<S>> S define(S a, S b) {
    return b.sub(a).mul(b.exp());
  }
}
