package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Saved;

/**
 * Huber's error of a prediction a = ŷ against a target b = y: half the square where it is small,
 * continued along the tangents where it is large.
 *
 * <pre>
 *   l = d²/2 where |d| ≤ δ, else δ·(|d| − δ/2)      d = a − b
 *   ā = l̄·min(max(d, −δ), δ)      b̄ = −ā
 * </pre>
 *
 * <p>It is δ times the smooth absolute error with β = δ.
 */
// [impl->op~huber~1]
public record Huber(Tensor a, Tensor b, double delta, LossReduction reduction) implements PairLoss {
  static final Operation OPERATION =
      Operation.of(
              "huber",
              "l = d²/2 where |d| ≤ δ, else δ·(|d| − δ/2), d = ŷ − y",
              "ŷ̄ = l̄·min(max(d, −δ), δ), ȳ = −ŷ̄",
              Huber::sample)
          .with(kink("ŷ = y", 0, 0))
          .with(kink("ŷ − y = δ", 0.5, 0.5))
          .with(kink("ŷ − y = −δ", -0.5, -0.5));

  /** Check the operands. */
  public Huber {
    LossCheck.constant("huber", "delta", delta, false);
    LossCheck.pair("huber", a, b, reduction);
  }

  @Override
  public Tensor forward() {
    return reduced(Kernels.zip(a, b, (l, r) -> loss(Math.abs(l - r))));
  }

  private double loss(double d) {
    return d <= delta ? 0.5 * d * d : delta * (d - 0.5 * delta);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> share(yBar).mul(a.sub(b).clamp(-delta, delta)));
    gradients.add(b, () -> share(yBar).mul(b.sub(a).clamp(-delta, delta)));
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  private static Case sample(Draw draw) {
    double delta = draw.option("delta", draw.oneOf(List.of(1.0, 0.5, 1.5)));
    return LossCases.ofDifference(
        "huber, delta " + delta + ",",
        draw,
        SmoothL1.between(delta),
        call(delta),
        new SmoothL1.Joined(delta, 1),
        SmoothL1.joints("δ", delta));
  }

  private static LossCases.Call call(double delta) {
    return (a, b, reduction) -> Losses.huber(a, b, delta, reduction);
  }

  private static Kink kink(String where, double difference, double slope) {
    SmoothL1.Joined loss = new SmoothL1.Joined(0.5, 1);
    return SmoothL1.Joined.kink(
        where, difference, slope, call(0.5), loss, SmoothL1.joints("δ", 0.5));
  }
}
