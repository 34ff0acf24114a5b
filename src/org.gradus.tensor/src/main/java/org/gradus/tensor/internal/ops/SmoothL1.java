package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Error of a prediction a = ŷ against a target b = y, squared where it is small and absolute where
 * it is large.
 *
 * <pre>
 *   l = d²/(2β) where |d| &lt; β, else |d| − β/2      d = a − b
 *   ā = l̄·min(max(d/β, −1), 1)      b̄ = −ā
 * </pre>
 *
 * <p>Value and gradient have no jump at the joints ±β.
 */
// [impl->op~smoothL1~1]
public record SmoothL1(Tensor a, Tensor b, double beta, LossReduction reduction)
    implements PairLoss {
  static final Operation OPERATION =
      Operation.of(
          "smoothL1",
          "l = d²/(2β) where |d| < β, else |d| − β/2, d = ŷ − y",
          "ŷ̄ = l̄·min(max(d/β, −1), 1), ȳ = −ŷ̄",
          SmoothL1::sample);

  /** Check the operands. */
  public SmoothL1 {
    LossCheck.constant("smoothL1", "beta", beta, true);
    LossCheck.pair("smoothL1", a, b, reduction);
  }

  @Override
  public Tensor forward() {
    return reduced(Kernels.zip(a, b, (l, r) -> loss(Math.abs(l - r))));
  }

  private double loss(double d) {
    return d < beta ? 0.5 * d * d / beta : d - 0.5 * beta;
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> share(yBar).mul(a.sub(b).div(beta).clamp(-1, 1)));
    gradients.add(b, () -> share(yBar).mul(b.sub(a).div(beta).clamp(-1, 1)));
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  private static Case sample(Draw draw) {
    double beta = draw.oneOf(List.of(1.0, 0.5, 1.5));
    return LossCases.ofDifference(
        "smoothL1, beta " + beta + ",",
        draw,
        joints(beta),
        (a, b, reduction) -> Losses.smoothL1(a, b, beta, reduction),
        new Joined(beta, 1 / beta));
  }

  /** Differences between, above and below the joints. */
  static Domain joints(double at) {
    return new Domain(
        List.of(
            new Domain.Piece(-at, at),
            new Domain.Piece(at, at + 1.5),
            new Domain.Piece(-at - 1.5, -at)));
  }

  /**
   * A parabola with its tangents at ±joint.
   *
   * @param scale curvature of the parabola
   */
  record Joined(double joint, double scale) implements Definition.Binary {
    @Override
    public <S extends Real<S>> S of(S a, S b) {
      S d = a.value() < b.value() ? b.sub(a) : a.sub(b);
      S twice = d.value() < joint ? d.mul(d) : d.mul(2).sub(d.constant(joint)).mul(joint);
      return twice.mul(scale / 2);
    }
  }
}
