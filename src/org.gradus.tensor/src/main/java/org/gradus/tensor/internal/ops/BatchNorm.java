package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/**
 * Standardization of each channel, the axis after the first.
 *
 * <pre>
 *   y = γ·(x − m)/√(v + ε) + β      m, v: of the channel in this batch, or running ones
 * </pre>
 *
 * <p>In training the rule is that of {@link Normalize}; with running statistics they are constants,
 * and every element goes its own way.
 */
// [impl->op~batchNorm~1]
public final class BatchNorm {
  static final Operation OPERATION =
      Operation.of(
          "batchNorm",
          "y = γ·(x − m)/σ + β by channel",
          "x̄ = γ/σ·(ȳ − Σ ȳ/n − x̂·Σ (ȳ·x̂)/n), γ̄ = Σ ȳ·x̂, β̄ = Σ ȳ",
          BatchNorm::sample);

  private BatchNorm() {}

  /**
   * Mean and variance of the channels of a batch.
   *
   * @param mean mean of each channel
   * @param unbiased variance of each channel, divided by n − 1
   */
  public record Statistics(Tensor mean, Tensor unbiased) {}

  /**
   * Normalize by the statistics of the batch.
   *
   * @param statistics is told them before anything else happens, unless the batch is empty
   * @throws org.gradus.tensor.ShapeException if the operands do not fit, or a channel has one value
   */
  public static Tensor train(
      Tensor x,
      Optional<RunningStatistics> running,
      Normalization normalization,
      Consumer<Statistics> statistics) {
    check(x, running, normalization);
    LayerCheck.severalValues(x);
    boolean[] reduced = AxisCheck.all(x);
    reduced[1] = false;
    Normalize.Moments moments = Normalize.Moments.of(x, reduced);
    int channels = x.size(1);
    if (x.numel() > 0) {
      double n = Reduction.count(x.shape(), reduced);
      statistics.accept(
          new Statistics(
              moments.mean().reshape(channels),
              Kernels.map(moments.variance(), v -> v * n / (n - 1)).reshape(channels)));
    }
    return Tensor.apply(
        new Normalize(
            "BatchNorm",
            x,
            normalization.weight().orElseGet(() -> Tensor.ones(channels)),
            normalization.bias().orElseGet(() -> Tensor.zeros(channels)),
            moments,
            reduced,
            channelAxis(x),
            normalization.eps()));
  }

  /**
   * Normalize by statistics that were collected before; nothing flows to them.
   *
   * @throws org.gradus.tensor.ShapeException if the operands do not fit
   */
  public static Tensor evaluate(Tensor x, RunningStatistics running, Normalization normalization) {
    check(x, Optional.of(running), normalization);
    int[] axis = channelAxis(x);
    Tensor deviation = running.variance().detach().add(normalization.eps()).sqrt().reshape(axis);
    Tensor normal = x.sub(running.mean().detach().reshape(axis)).div(deviation);
    Tensor scaled = normalization.weight().map(w -> normal.mul(w.reshape(axis))).orElse(normal);
    return normalization.bias().map(b -> scaled.add(b.reshape(axis))).orElse(scaled);
  }

  private static void check(
      Tensor x, Optional<RunningStatistics> running, Normalization normalization) {
    LayerCheck.batch(x);
    normalization.weight().ifPresent(weight -> LayerCheck.channels(x, "weight", weight));
    normalization.bias().ifPresent(bias -> LayerCheck.channels(x, "bias", bias));
    running.ifPresent(
        past -> {
          LayerCheck.channels(x, "running mean", past.mean());
          LayerCheck.channels(x, "running variance", past.variance());
        });
  }

  /** Shape of one entry for each channel that is repeated to the shape of x. */
  private static int[] channelAxis(Tensor x) {
    int[] shape = new int[x.ndim()];
    Arrays.fill(shape, 1);
    shape[1] = x.size(1);
    return shape;
  }

  private static Case sample(Draw draw) {
    boolean training = draw.option("training", !draw.rarely(3));
    int channels = draw.length(1);
    int[] plane = Sample.shape(draw, draw.rank(2, 4) - 2);
    int examples = training && Shapes.size(plane) == 1 ? severalOrNone(draw) : draw.length(0);
    int[] shape = Shapes.insert(Shapes.insert(plane, 0, channels), 0, examples);
    double eps = Normalize.sampleEps(draw);
    List<Tensor> operands = new ArrayList<>();
    operands.add(Normalize.sample(draw, shape));
    int affine = draw.option("affine operands", draw.between(0, 2));
    for (int i = 0; i < affine; i++) {
      operands.add(Sample.tensor(draw, Domain.AROUND_ZERO, channels));
    }
    Tensor mean = Sample.tensor(draw, Domain.AROUND_ZERO, channels);
    Tensor variance = Sample.tensor(draw, Domain.POSITIVE, channels);
    return new Case(
        "batchNorm "
            + operands.stream().map(Tensor::signature).toList()
            + (training ? " in training, eps " : ", eps ")
            + eps,
        operands,
        t ->
            Layers.batchNorm(
                t.get(0),
                RunningStatistics.of(mean.clone(), variance.clone()),
                training,
                LayerNorm.options(t, eps)),
        training ? new Training(eps) : new Evaluation(mean.toArray(), variance.toArray(), eps));
  }

  /** One value of a channel alone has no variance. */
  private static int severalOrNone(Draw draw) {
    return draw.rarely(16) ? 0 : draw.length(2);
  }

  private record Training(double eps) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      return Cells.of(
          x.shape(),
          at -> {
            List<int[]> channel =
                Cells.indices(x.shape()).stream().filter(other -> other[1] == at[1]).toList();
            List<S> normal = Normalize.define(numbers, channel.stream().map(x::at).toList(), eps);
            int place = 0;
            while (!Arrays.equals(channel.get(place), at)) {
              place++;
            }
            return Normalize.affine(normal.get(place), operands, at[1]);
          });
    }
  }

  private record Evaluation(double[] mean, double[] variance, double eps) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      return Cells.of(
          x.shape(),
          at -> {
            double deviation = Math.sqrt(variance[at[1]] + eps);
            S normal = x.at(at).add(-mean[at[1]]).div(numbers.constant(deviation));
            return Normalize.affine(normal, operands, at[1]);
          });
    }
  }
}
