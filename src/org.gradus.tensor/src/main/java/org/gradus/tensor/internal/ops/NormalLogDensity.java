package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.TensorOp;

/**
 * Logarithm of the density of the normal distribution.
 *
 * <pre>
 *   y = −z²/2 − ln σ − ln √(2π)      z = (x − μ)/σ
 *   x̄ = −ȳ·z/σ      μ̄ = ȳ·z/σ      σ̄ = ȳ·(z² − 1)/σ
 * </pre>
 *
 * <p>All three broadcast; a gradient is summed back to the shape of its operand. Finite far out in
 * the tails, where the density itself is 0. NaN where σ is not positive.
 */
// [impl->op~normalLogDensity~1]
public record NormalLogDensity(Tensor x, Tensor mean, Tensor deviation) implements TensorOp {
  private static final double LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;

  /**
   * Among the points, means and deviations are such that z is 0 or ±1: gradients are zero there.
   */
  private static final Domain POINTS = Domain.between(-5, 5).and(0, 1, -1);

  private static final Domain MEANS = Domain.between(-0.5, 0.5).and(0);

  private static final Domain DEVIATIONS = Domain.between(0.5, 3).and(1);

  private static final Distance WIDTH = Distance.ofOperand("σ", 2, 0).fromAbove();

  static final Operation OPERATION =
      Operation.of(
              "normalLogDensity",
              "y = −z²/2 − ln σ − ln √(2π), z = (x − μ)/σ",
              "x̄ = −ȳ·z/σ, μ̄ = ȳ·z/σ, σ̄ = ȳ·(z² − 1)/σ",
              NormalLogDensity::sample)
          .with(WIDTH)
          .with(
              Kink.limit(
                  new Case(
                      "x = 1, μ = 0, σ = 0",
                      List.of(Tensor.scalar(1), Tensor.scalar(0), Tensor.scalar(0)),
                      t -> Losses.normalLogDensity(t.get(0), t.get(1), t.get(2)),
                      new Naive(new int[0]),
                      List.of(WIDTH)),
                  "limit from the right; the value is NaN",
                  Tensor.scalar(Double.NEGATIVE_INFINITY),
                  Tensor.scalar(Double.POSITIVE_INFINITY),
                  Tensor.scalar(Double.POSITIVE_INFINITY)));

  /** Check the operands. */
  public NormalLogDensity {
    LossCheck.density(x, mean, deviation);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, mean, deviation);
  }

  @Override
  public Tensor forward() {
    Tensor distance = Kernels.zip(x, mean, (v, m) -> v - m);
    return Kernels.zip(distance, deviation, NormalLogDensity::logDensity);
  }

  private static double logDensity(double distance, double deviation) {
    double z = distance / deviation;
    return -0.5 * z * z - Math.log(deviation) - LOG_ROOT_TWO_PI;
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(z()).div(deviation).neg().sumTo(x.shape()));
    gradients.add(mean, () -> yBar.mul(z()).div(deviation).sumTo(mean.shape()));
    gradients.add(
        deviation, () -> yBar.mul(z().square().sub(1)).div(deviation).sumTo(deviation.shape()));
  }

  /** Here every pair is meant: the difference that warns of it is not. */
  private Tensor z() {
    return Tensor.apply(new Sub(x, mean)).div(deviation);
  }

  @Override
  public Saved saved() {
    return Saved.of(x).and(mean, true).and(deviation, true);
  }

  private static Case sample(Draw draw) {
    int[] points = Sample.shape(draw);
    int[] means = Sample.partner(draw, points);
    int[] both = Sample.broadcast(points, means);
    int[] deviations = Sample.partner(draw, both);
    int[] shape = Sample.broadcast(both, deviations);
    Tensor x = Sample.tensor(draw, POINTS, points);
    Tensor mean = Sample.tensor(draw, MEANS, means);
    Tensor deviation = Sample.tensor(draw, DEVIATIONS, deviations);
    return new Case(
        "normalLogDensity "
            + Arrays.toString(x.shape())
            + " "
            + Arrays.toString(mean.shape())
            + " "
            + Arrays.toString(deviation.shape()),
        List.of(x, mean, deviation),
        t -> Losses.normalLogDensity(t.get(0), t.get(1), t.get(2)),
        new Naive(shape));
  }

  private record Naive(int[] shape) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      return Cells.of(
          shape,
          index -> {
            S deviation = operands.get(2).repeated(index);
            S distance = operands.get(0).repeated(index).sub(operands.get(1).repeated(index));
            S variance = deviation.mul(deviation);
            S exponent = distance.mul(distance).div(variance);
            return exponent.add(variance.mul(2 * Math.PI).log()).mul(-0.5);
          });
    }
  }
}
