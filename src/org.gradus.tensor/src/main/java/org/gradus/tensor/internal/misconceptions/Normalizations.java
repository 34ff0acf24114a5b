package org.gradus.tensor.internal.misconceptions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;

/** Mistakes about normalizations. */
final class Normalizations {
  private static final List<Misconception> BATCH_NORM =
      List.of(
          Misconception.rules(
              "mean and deviation held constant",
              "Mean and deviation are made of x too: their gradients belong to that of x.",
              Normalizations::heldConstant),
          Twist.gradients(
              "scale without the normalized operand",
              "γ multiplies x̂: its gradient is Σ ȳ·x̂, not Σ ȳ.",
              (x, g) -> Twist.with(g, 1, g.get(g.size() - 1))),
          Twist.gradients(
              "shift with the normalized operand",
              "β is added: its gradient is Σ ȳ, without x̂.",
              (x, g) -> Twist.with(g, 2, g.get(Math.min(1, g.size() - 1)))),
          Twist.first(
              "deviation forgotten",
              "Dividing by σ divides the gradient by σ too.",
              (x, g) -> g.mul(ofChannels(x.get(0)))),
          Twist.value(
              "not scaled", "The result has variance γ², not one tenth of it.", y -> y.div(10)),
          Twist.at(
              "scaled before",
              "Normalizing takes out what x was multiplied by: scale afterwards.",
              x -> Twist.with(x, 0, x.get(0).mul(x.get(0)))));

  private static final List<Misconception> LAYER_NORM =
      List.of(
          Misconception.rules(
              "mean and deviation held constant",
              "Mean and deviation are made of x too: their gradients belong to that of x.",
              Normalizations::heldConstantByLast),
          Twist.gradients(
              "scale without the normalized operand",
              "γ multiplies x̂: its gradient is Σ ȳ·x̂, not Σ ȳ.",
              (x, g) -> Twist.with(g, 1, g.get(g.size() - 1))),
          Twist.gradients(
              "shift with the normalized operand",
              "β is added: its gradient is Σ ȳ, without x̂.",
              (x, g) -> Twist.with(g, 2, g.get(Math.min(1, g.size() - 1)))),
          Twist.first(
              "deviation forgotten",
              "Dividing by σ divides the gradient by σ too.",
              (x, g) -> g.mul(deviation(x.get(0), x.get(0).ndim() - 1))),
          Twist.value(
              "not scaled", "The result has variance γ², not one tenth of it.", y -> y.div(10)),
          Twist.at(
              "scaled before",
              "Normalizing takes out what x was multiplied by: scale afterwards.",
              x -> Twist.with(x, 0, x.get(0).mul(x.get(0)))));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(Map.entry("batchNorm", BATCH_NORM), Map.entry("layerNorm", LAYER_NORM));

  private Normalizations() {}

  private static List<Tensor> heldConstant(List<Tensor> x, Tensor y, Tensor yBar) {
    Tensor input = x.get(0);
    Tensor slope = yBar.div(ofChannels(input));
    Tensor byInput = x.size() > 1 ? slope.mul(channels(x.get(1), input)) : slope;
    return withRest(x, y, yBar, byInput);
  }

  private static List<Tensor> heldConstantByLast(List<Tensor> x, Tensor y, Tensor yBar) {
    Tensor slope = yBar.div(deviation(x.get(0), x.get(0).ndim() - 1));
    return withRest(x, y, yBar, x.size() > 1 ? slope.mul(x.get(1)) : slope);
  }

  /** Scale and shift get what a sum over everything gives them. */
  private static List<Tensor> withRest(List<Tensor> x, Tensor y, Tensor yBar, Tensor byInput) {
    List<Tensor> all = new ArrayList<>(List.of(byInput));
    for (int i = 1; i < x.size(); i++) {
      Tensor share = i == 1 ? yBar.mul(y) : yBar;
      all.add(share.mean().expand(x.get(i).shape()));
    }
    return all;
  }

  /** Deviation of each channel. */
  private static Tensor ofChannels(Tensor x) {
    return deviation(x, IntStream.range(0, x.ndim()).filter(axis -> axis != 1).toArray());
  }

  /** Deviation over axes, which stay with length one. */
  private static Tensor deviation(Tensor x, int... axes) {
    return x.sub(x.mean(axes, true)).square().mean(axes, true).add(1e-5).sqrt();
  }

  private static Tensor channels(Tensor scale, Tensor x) {
    int[] shape = new int[x.ndim()];
    Arrays.fill(shape, 1);
    shape[1] = x.size(1);
    return scale.reshape(shape);
  }
}
