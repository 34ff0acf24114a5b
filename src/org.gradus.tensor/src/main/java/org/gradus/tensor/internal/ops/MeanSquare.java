package org.gradus.tensor.internal.ops;

import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Mean squared error of a prediction a = ŷ against a target b = y.
 *
 * <pre>
 *   L = Σ (a − b)² / n      n: number of elements
 *   ā = L̄·2·(a − b)/n      b̄ = −ā
 * </pre>
 *
 * <p>The shapes must be equal: a broadcast in a loss is a mistake. The error of no element is NaN.
 * Under another reduction n is its divisor, and without one it is 1.
 */
// [impl->op~mse~1]
public record MeanSquare(Tensor a, Tensor b, LossReduction reduction) implements PairLoss {
  static final Operation OPERATION =
      Operation.of(
          "mse",
          "L = Σ (ŷ − y)² / n",
          "ŷ̄ = L̄·2·(ŷ − y)/n, ȳ = −ŷ̄",
          draw ->
              LossCases.ofDifference(
                  "mse", draw, Domain.AROUND_ZERO, Losses::mse, MeanSquare::define));

  /** Check the operands. */
  public MeanSquare {
    LossCheck.pair("mse", a, b, reduction);
  }

  @Override
  public Tensor forward() {
    return reduced(Kernels.zip(a, b, (l, r) -> (l - r) * (l - r)));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    double n = fold().divisor();
    gradients.add(a, () -> yBar.mul(a.sub(b).mul(2 / n)));
    gradients.add(b, () -> yBar.mul(b.sub(a).mul(2 / n)));
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  static <S extends Real<S>> S define(S a, S b) {
    return a.sub(b).mul(a.sub(b));
  }
}
