package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.UnaryOp;

/**
 * Elements dropped at random, the others scaled so that the expectation stays.
 *
 * <pre>
 *   yᵢ = xᵢ·kᵢ      kᵢ = 0 with probability p, else 1/(1 − p)
 *   x̄ᵢ = ȳᵢ·kᵢ
 * </pre>
 *
 * <p>What was kept is drawn once, on the way out; a NaN or an infinity that is dropped becomes NaN.
 *
 * @param kept k
 */
// [impl->op~dropout~1]
public record Dropout(Tensor x, Tensor kept) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of("dropout", "yᵢ = xᵢ·kᵢ, kᵢ = 0 or 1/(1 − p)", "x̄ᵢ = ȳᵢ·kᵢ", Dropout::sample);

  /**
   * Draw what is kept: element i is dropped if the i-th number of [0, 1) is below p.
   *
   * @param p a probability, checked before
   */
  public static Dropout of(Tensor x, double p, RandomGenerator random) {
    double scale = 1 / (1 - p);
    return new Dropout(
        x, Kernels.map(Tensor.rand(random, x.shape()), drawn -> drawn < p ? 0 : scale));
  }

  /**
   * Check a probability.
   *
   * @throws IllegalArgumentException if p is no probability
   */
  public static void checkProbability(double p) {
    LayerCheck.probability(p);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(x, kept, (e, k) -> e * k);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(kept));
  }

  private static Case sample(Draw draw) {
    int[] shape = Sample.shape(draw);
    boolean training = draw.option("training", !draw.rarely(4));
    double p = draw.option("p", draw.oneOf(List.of(0.5, 0.2, 0.0, 0.75)));
    int seed = draw.whole(0, 999);
    return Case.of(
        "dropout " + Arrays.toString(shape) + " of " + p + (training ? " in training" : ""),
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        x -> Layers.dropout(x, p, training, new SplittableRandom(seed)),
        new Naive(training ? p : 0, seed));
  }

  private record Naive(double p, int seed) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      RandomGenerator random = new SplittableRandom(seed);
      S none = numbers.constant(0);
      Cells<S> x = operands.get(0);
      return Cells.of(
          x.shape(), at -> random.nextDouble() < p ? none : x.at(at).div(numbers.constant(1 - p)));
    }
  }
}
