package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Std;
import org.gradus.tensor.internal.ops.Var;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about variance and standard deviation. */
final class Deviations {
  private static final double TINY = 1e-5;

  private static final List<Misconception> VAR =
      List.of(
          varRule(
              "other divisor on the way back",
              "Divide by the same n − c as on the way there: n for the biased variance, n − 1 for the"
                  + " unbiased.",
              (fold, c) -> fold.spread().mul(deviation(fold)).mul(2 / (fold.n() - 1 + c))),
          varRule(
              "mean forgotten on the way back",
              "The derivative holds the distance from the mean, x − m, and not x.",
              (fold, c) -> fold.spread().mul(fold.x()).mul(2 / (fold.n() - c))),
          varRule(
              "mean counted for one element",
              "The mean moves with x, but what all deviations feel of it adds up to 0: there is no"
                  + " factor 1 − 1/n.",
              (fold, c) ->
                  fold.spread().mul(deviation(fold)).mul(2 / (fold.n() - c) * (1 - 1 / fold.n()))),
          varRule(
              "slope of the standard deviation",
              "Without a root on the way there, there is none on the way back: do not divide by 2σ.",
              (fold, c) ->
                  fold.spread().mul(deviation(fold)).div(fold.result().sqrt().mul(fold.n() - c))),
          var(
              "other divisor",
              "The biased variance divides by n, the unbiased one by n − 1: look which was asked for.",
              (x, axes, c, keep) -> x.var(axes, 1 - c, keep)),
          var(
              "mean forgotten",
              "Subtract the mean before you square: the variance does not change when all x are"
                  + " moved alike.",
              (x, axes, c, keep) -> x.square().sum(axes, keep).div(n(x, axes) - c)),
          var(
              "mean of everything",
              "Each line has a mean of its own; you subtracted that of the whole tensor.",
              (x, axes, c, keep) -> x.sub(x.mean()).square().sum(axes, keep).div(n(x, axes) - c)),
          var(
              "deviations not squared",
              "Square the deviations; their sizes alone give the mean deviation.",
              (x, axes, c, keep) ->
                  x.sub(x.mean(axes, true)).abs().sum(axes, keep).div(n(x, axes) - c)),
          var(
              "root taken",
              "The variance is the square of the standard deviation: take no root.",
              (x, axes, c, keep) -> x.std(axes, c, keep)));

  private static final List<Misconception> STD =
      List.of(
          stdRule(
              "slope of the variance",
              "A root was taken on the way there: by the chain rule, divide by 2σ on the way back.",
              (fold, c) -> fold.spread().mul(deviation(fold)).mul(2 / (fold.n() - c))),
          stdRule(
              "divided by the variance",
              "The derivative of √v is 1/(2√v): divide by σ, not by σ².",
              (fold, c) ->
                  fold.spread().mul(deviation(fold)).div(fold.result().square().mul(fold.n() - c))),
          stdRule(
              "mean forgotten on the way back",
              "The derivative holds the distance from the mean, x − m, and not x.",
              (fold, c) -> fold.spread().mul(fold.x()).div(fold.result().mul(fold.n() - c))),
          stdRule(
              "other divisor on the way back",
              "Divide by the same n − c as on the way there: n for the biased deviation, n − 1 for"
                  + " the unbiased.",
              (fold, c) ->
                  fold.spread().mul(deviation(fold)).div(fold.result().mul(fold.n() - 1 + c))),
          nothingByNothing(),
          std(
              "root forgotten",
              "This is the variance; the standard deviation is its root.",
              (x, axes, c, keep) -> x.var(axes, c, keep)),
          std(
              "other divisor",
              "The biased deviation divides by n, the unbiased one by n − 1: look which was asked for.",
              (x, axes, c, keep) -> x.std(axes, 1 - c, keep)),
          std(
              "something added under the root",
              "A small number under the root keeps it from 0, and changes every result: leave it out.",
              (x, axes, c, keep) -> x.var(axes, c, keep).add(TINY).sqrt()),
          std(
              "deviations not squared",
              "Square the deviations, average, then take the root; their sizes alone give the mean"
                  + " deviation.",
              (x, axes, c, keep) ->
                  x.sub(x.mean(axes, true)).abs().sum(axes, keep).div(n(x, axes) - c)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS = Map.of("var", VAR, "std", STD);

  private Deviations() {}

  private interface CorrectedRule {
    Tensor gradient(Fold fold, int correction);
  }

  private static Misconception var(String name, String sentence, Var.Call wrong) {
    return Misconception.sampled(name, sentence, Symptom.VALUE, draw -> Var.sample(draw, wrong));
  }

  private static Misconception varRule(String name, String sentence, CorrectedRule wrong) {
    return var(
            name,
            sentence,
            (x, axes, c, keep) ->
                Fold.apply(
                    x, axes, keep, (t, a, k) -> t.var(a, c, k), fold -> wrong.gradient(fold, c)))
        .shownBy(Symptom.GRADIENT);
  }

  private static Misconception std(String name, String sentence, Std.Call wrong) {
    return Misconception.sampled(name, sentence, Symptom.VALUE, draw -> Std.sample(draw, wrong));
  }

  private static Misconception stdRule(String name, String sentence, CorrectedRule wrong) {
    return std(name, sentence, stdCall(wrong)).shownBy(Symptom.GRADIENT);
  }

  private static Std.Call stdCall(CorrectedRule wrong) {
    return (x, axes, c, keep) ->
        Fold.apply(x, axes, keep, (t, a, k) -> t.std(a, c, k), fold -> wrong.gradient(fold, c));
  }

  private static Misconception nothingByNothing() {
    Std.Call wrong =
        stdCall(
            (fold, c) -> fold.spread().mul(deviation(fold)).div(fold.result().mul(fold.n() - c)));
    return Misconception.kink(
        "nothing divided by nothing",
        "Where all elements are equal, σ is 0 and so is each deviation: 0/0 is NaN. Return 0 there.",
        draw -> Std.sample(draw, wrong),
        x -> wrong.of(x, new int[] {0}, 1, false));
  }

  private static double n(Tensor x, int... axes) {
    double n = 1;
    for (int axis : axes) {
      n *= x.size(axis);
    }
    return n;
  }

  private static Tensor deviation(Fold fold) {
    return fold.x().sub(fold.x().mean(fold.axes(), true));
  }
}
