package org.gradus.tensor.internal.ops;

import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Absolute error of a prediction a = ŷ against a target b = y.
 *
 * <pre>
 *   l = |a − b|
 *   ā = l̄·sign(a − b)      b̄ = −ā      sign(0) = sign(NaN) = 0
 * </pre>
 */
// [impl->op~l1~1]
public record L1(Tensor a, Tensor b, LossReduction reduction) implements PairLoss {
  private static final Distance TIE = Distance.ofDifference("ŷ − y", 0);

  static final Operation OPERATION =
      Operation.of(
              "l1",
              "l = |ŷ − y|",
              "ŷ̄ = l̄·sign(ŷ − y), ȳ = −ŷ̄",
              draw ->
                  LossCases.ofDifference("l1", draw, Domain.around(0, 2), Losses::l1, L1::define))
          .with(TIE)
          .with(
              Kink.subgradient(
                  LossCases.at("ŷ = y", 0.5, 0.5, Losses::l1, L1::define, TIE),
                  "subgradient of smallest norm",
                  Tensor.scalar(0),
                  Tensor.scalar(0)));

  /** Check the operands. */
  public L1 {
    LossCheck.pair("l1", a, b, reduction);
  }

  @Override
  public Tensor forward() {
    return reduced(Kernels.zip(a, b, (l, r) -> Math.abs(l - r)));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> share(yBar).mul(a.sub(b).sign()));
    gradients.add(b, () -> share(yBar).mul(b.sub(a).sign()));
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  static <S extends Real<S>> S define(S a, S b) {
    return a.value() < b.value() ? b.sub(a) : a.sub(b);
  }
}
