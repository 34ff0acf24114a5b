package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
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
              SmoothL1::sample)
          .with(kink("ŷ = y", 0, 0))
          .with(kink("ŷ − y = β", 0.5, 1))
          .with(kink("ŷ − y = −β", -0.5, -1));

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
    double beta = draw.option("beta", draw.oneOf(List.of(1.0, 0.5, 1.5)));
    return LossCases.ofDifference(
        "smoothL1, beta " + beta + ",",
        draw,
        between(beta),
        call(beta),
        new Joined(beta, 1 / beta),
        joints("β", beta));
  }

  private static LossCases.Call call(double beta) {
    return (a, b, reduction) -> Losses.smoothL1(a, b, beta, reduction);
  }

  private static Kink kink(String where, double difference, double slope) {
    Joined loss = new Joined(0.5, 2);
    return Joined.kink(where, difference, slope, call(0.5), loss, joints("β", 0.5));
  }

  /** Differences on all four sides of zero and of the joints. */
  static Domain between(double at) {
    return new Domain(
        List.of(
            new Domain.Piece(0, at),
            new Domain.Piece(-at, 0),
            new Domain.Piece(at, at + 1.5),
            new Domain.Piece(-at - 1.5, -at)));
  }

  /** Distances to zero, where the formula changes its form, and to the joints. */
  static Distance[] joints(String name, double at) {
    return new Distance[] {
      Distance.ofDifference("ŷ − y", 0),
      Distance.ofDifference("ŷ − y − " + name, at),
      Distance.ofDifference("ŷ − y + " + name, -at)
    };
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

    /** Difference where the formula changes its form, and yet there is a derivative. */
    static Kink kink(
        String where,
        double difference,
        double slope,
        LossCases.Call call,
        Joined loss,
        Distance... joints) {
      return Kink.subgradient(
          LossCases.at(where, difference, 0, call, loss, joints),
          "the derivative",
          Tensor.scalar(slope),
          Tensor.scalar(-slope));
    }
  }
}
