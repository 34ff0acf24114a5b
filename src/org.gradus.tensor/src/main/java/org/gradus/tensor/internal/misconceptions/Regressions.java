package org.gradus.tensor.internal.misconceptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about losses of numbers. */
final class Regressions {
  private static final List<Misconception> MSE =
      ofDifference(
          Twist.value(
              "half",
              "½·(ŷ − y)² is a convention for single numbers; the mean squared error has no ½.",
              y -> y.div(2)),
          Twist.value(
              "root",
              "The root of the mean squared error is another measure: no root here.",
              Tensor::sqrt),
          Twist.gradients(
              "not divided by the count",
              "The mean of n squares has the gradient 2·(ŷ − y)/n: keep the n.",
              (x, g) -> g.stream().map(t -> t.mul(x.get(0).numel())).toList()),
          Twist.gradients(
              "sign of the difference",
              "The sign belongs to the absolute error; the square gives 2·(ŷ − y).",
              (x, g) -> g.stream().map(t -> t.sign()).toList()));

  private static final List<Misconception> L1 =
      ofDifference(
          Twist.value(
              "squared",
              "The absolute error takes |ŷ − y|; the square is that of mse.",
              y -> y.square()),
          Twist.gradients(
              "difference for its sign",
              "|d| has the slope ±1, however large d is.",
              (x, g) ->
                  List.of(
                      g.get(0).mul(x.get(0).sub(x.get(1)).abs()),
                      g.get(1).mul(x.get(0).sub(x.get(1)).abs()))),
          Twist.gradients(
                  "one at the tie",
                  "At ŷ = y the declared gradient is 0, the subgradient of smallest norm.",
                  (x, g) ->
                      List.of(g.get(0).add(x.get(0).sub(x.get(1)).eq(Tensor.scalar(0))), g.get(1)))
              .shownBy(Symptom.KINK));

  private static final List<Misconception> SMOOTH_L1 = clipped("±1");

  private static final List<Misconception> HUBER = clipped("±δ");

  private static final List<Misconception> NORMAL_LOG_DENSITY =
      List.of(
          Twist.at(
              "variance for deviation",
              "σ is the standard deviation; you passed its square on.",
              x -> List.of(x.get(0), x.get(1), x.get(2).square())),
          Twist.gradientsAt(
              "gradient at the variance",
              "The gradient is taken at σ, not at σ².",
              x -> List.of(x.get(0), x.get(1), x.get(2).square())),
          Twist.gradients(
              "mean with the sign of the sample",
              "x and μ stand in x − μ with opposite signs, and so do their gradients.",
              (x, g) -> Twist.with(g, 1, g.get(1).neg())),
          Twist.value(
              "negative logarithm",
              "The log-density was asked for; its negative is the loss.",
              y -> y.neg()),
          Twist.value(
              "constant forgotten",
              "The density has the factor 1/√(2π): keep its logarithm.",
              y -> y.add(Math.log(2 * Math.PI) / 2)),
          Twist.value("density", "The logarithm of the density was asked for.", y -> y.exp()));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("mse", MSE),
          Map.entry("l1", L1),
          Map.entry("smoothL1", SMOOTH_L1),
          Map.entry("huber", HUBER),
          Map.entry("normalLogDensity", NORMAL_LOG_DENSITY));

  private Regressions() {}

  /** Mistakes about any loss of the difference d = ŷ − y, and some of its own. */
  private static List<Misconception> ofDifference(Misconception... own) {
    List<Misconception> all = new ArrayList<>();
    all.addAll(
        List.of(
            Twist.gradients(
                "divided twice",
                "The mean divides by the number of elements once; you did it again in the gradient.",
                (x, g) -> g.stream().map(t -> t.div(x.get(0).numel())).toList()),
            Twist.gradientsAt(
                "prediction for difference",
                "The gradient is made of the difference ŷ − y; you left out the target.",
                x -> List.of(x.get(0), x.get(1).mul(0))),
            Twist.at(
                "target forgotten",
                "A loss compares: subtract the target y from the prediction.",
                x -> List.of(x.get(0), x.get(1).mul(0))),
            Twist.gradients(
                "target with the sign of the prediction",
                "A larger target makes ŷ − y smaller: its gradient has the other sign.",
                (x, g) -> List.of(g.get(0), g.get(0)))));
    all.addAll(List.of(own));
    return List.copyOf(all);
  }

  /**
   * Mistakes about a parabola with straight arms.
   *
   * @param slope of the arms
   */
  private static List<Misconception> clipped(String slope) {
    return ofDifference(
        Twist.gradients(
            "not clipped",
            "Far from the target the slope is " + slope + ": clip the difference.",
            (x, g) -> List.of(g.get(0).mul(far(x)), g.get(1).mul(far(x)))),
        Twist.gradients(
            "sign near the target",
            "Near the target the loss is a parabola: its slope goes to 0 with the difference.",
            (x, g) -> List.of(g.get(0).div(near(x)), g.get(1).div(near(x)))),
        Twist.value("root", "The loss is no norm: it has no root.", Tensor::sqrt));
  }

  /** 1 near the target, more than 1 far from it. */
  private static Tensor far(List<Tensor> x) {
    return x.get(0).sub(x.get(1)).abs().maximum(Tensor.scalar(1));
  }

  /** Less than 1 near the target, 1 far from it. */
  private static Tensor near(List<Tensor> x) {
    return x.get(0).sub(x.get(1)).abs().minimum(Tensor.scalar(1));
  }
}
