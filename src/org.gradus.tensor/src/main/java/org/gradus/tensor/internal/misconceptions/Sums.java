package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Folding;
import org.gradus.tensor.internal.ops.Mean;
import org.gradus.tensor.internal.ops.Sum;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about sums and means. */
final class Sums {
  private static final List<Misconception> SUM =
      List.of(
          sumRule(
              "divided by the count",
              "The gradient of a sum is ȳ for each element; ȳ/n belongs to the mean.",
              fold -> fold.spread().div(fold.n())),
          sumRule(
              "multiplied by the count",
              "Each element counts once in the sum: its gradient is ȳ, not n·ȳ.",
              fold -> fold.spread().mul(fold.n())),
          sumRule(
              "first alone",
              "Every element that was added gets ȳ, not only the first one.",
              Fold::toFirst),
          sumRule(
              "element times cotangent",
              "The derivative of x by x is 1: each element gets ȳ, whatever its own value.",
              fold -> fold.spread().mul(fold.x())),
          sum(
                  "other axes",
                  "The axis you name is the one that disappears; you kept it and summed the others.",
                  (x, axes, keep) -> x.sum(others(x, axes), keep))
              .shownBy(Symptom.SHAPE),
          sum(
                  "everything",
                  "Sum over the axes that were named; the others stay.",
                  (x, axes, keep) -> x.sum())
              .shownBy(Symptom.SHAPE),
          sum("mean for sum", "A sum is not divided by the number of elements.", Tensor::mean),
          sum(
              "sizes added",
              "Negative elements make the sum smaller: add them as they are, without abs.",
              (x, axes, keep) -> x.abs().sum(axes, keep)),
          sum(
              "first left out",
              "Indices count from 0: a loop that begins at 1 misses the first element.",
              (x, axes, keep) -> x.sum(axes, keep).sub(Fold.first(x, axes).sum(axes, keep))));

  private static final List<Misconception> MEAN =
      List.of(
          meanRule(
              "not divided",
              "Each element has a share of 1/n in the mean: its gradient is ȳ/n.",
              Fold::spread),
          meanRule(
              "divided twice",
              "ȳ/n, and not ȳ/n²: the mean is divided by n once.",
              fold -> fold.spread().div(fold.n() * fold.n())),
          meanRule(
              "divided by the batch",
              "n is the number of elements that were averaged, not the length of the first axis.",
              fold -> fold.spread().div(fold.x().ndim() == 0 ? 1 : fold.x().size(0))),
          meanRule(
              "first alone",
              "Every element that was averaged gets ȳ/n, not only the first one.",
              fold -> fold.toFirst().div(fold.n())),
          meanRule(
              "element times cotangent",
              "The derivative of x/n by x is 1/n, whatever the value of x.",
              fold -> fold.spread().mul(fold.x()).div(fold.n())),
          mean("sum for mean", "A mean is divided by the number of elements.", Tensor::sum),
          mean(
              "divided by all elements",
              "n is the number of elements that were averaged for one result, not that of the whole"
                  + " tensor.",
              (x, axes, keep) -> x.sum(axes, keep).div(x.numel())),
          mean(
              "divided by one less",
              "A mean is divided by n; n − 1 belongs to the unbiased variance.",
              (x, axes, keep) -> {
                Tensor mean = x.mean(axes, keep);
                double n = (double) x.numel() / mean.numel();
                return mean.mul(n / (n - 1));
              }),
          mean(
              "sizes averaged",
              "Negative elements make the mean smaller: average them as they are, without abs.",
              (x, axes, keep) -> x.abs().mean(axes, keep)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS = Map.of("sum", SUM, "mean", MEAN);

  private Sums() {}

  private static Misconception sum(String name, String sentence, Folding.Call wrong) {
    return Misconception.sampled(name, sentence, Symptom.VALUE, draw -> Sum.sample(draw, wrong));
  }

  private static Misconception sumRule(String name, String sentence, Fold.Rule wrong) {
    return sum(name, sentence, (x, axes, keep) -> Fold.apply(x, axes, keep, Tensor::sum, wrong))
        .shownBy(Symptom.GRADIENT);
  }

  private static Misconception mean(String name, String sentence, Folding.Call wrong) {
    return Misconception.sampled(name, sentence, Symptom.VALUE, draw -> Mean.sample(draw, wrong));
  }

  private static Misconception meanRule(String name, String sentence, Fold.Rule wrong) {
    return mean(name, sentence, (x, axes, keep) -> Fold.apply(x, axes, keep, Tensor::mean, wrong))
        .shownBy(Symptom.GRADIENT);
  }

  /** All axes but some. */
  private static int[] others(Tensor x, int... axes) {
    return IntStream.range(0, x.ndim())
        .filter(axis -> IntStream.of(axes).noneMatch(a -> Math.floorMod(a, x.ndim()) == axis))
        .toArray();
  }
}
