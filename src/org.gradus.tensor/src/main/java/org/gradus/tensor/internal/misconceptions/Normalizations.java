package org.gradus.tensor.internal.misconceptions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;

/** Mistakes about normalizations. */
final class Normalizations {
  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("batchNorm", of(Normalizations::heldConstant, Normalizations::ofChannels)),
          Map.entry("layerNorm", of(Normalizations::heldConstantByLast, Normalizations::ofLast)));

  private Normalizations() {}

  /**
   * Mistakes about γ·(x − m)/σ + β.
   *
   * @param held the rule with m and σ held constant
   * @param deviation σ of an operand
   */
  private static List<Misconception> of(Mistaken.Rule held, UnaryOperator<Tensor> deviation) {
    return List.of(
        Misconception.rules(
            "mean and deviation held constant",
            "Mean and deviation are made of x too: their gradients belong to that of x.",
            held),
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
            (x, g) -> g.mul(deviation.apply(x.get(0)))),
        Twist.value(
            "not scaled", "The result has variance γ², not one tenth of it.", y -> y.div(10)),
        Twist.at(
            "scaled before",
            "Normalizing takes out what x was multiplied by: scale afterwards.",
            x -> Twist.with(x, 0, x.get(0).mul(x.get(0)))));
  }

  private static List<Tensor> heldConstant(List<Tensor> x, Tensor y, Tensor yBar) {
    Tensor input = x.get(0);
    Tensor slope = yBar.div(ofChannels(input));
    Tensor byInput = x.size() > 1 ? slope.mul(channels(x.get(1), input)) : slope;
    return withRest(x, y, yBar, byInput);
  }

  private static List<Tensor> heldConstantByLast(List<Tensor> x, Tensor y, Tensor yBar) {
    Tensor slope = yBar.div(ofLast(x.get(0)));
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

  /** Deviation along the last axis. */
  private static Tensor ofLast(Tensor x) {
    return deviation(x, x.ndim() - 1);
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
