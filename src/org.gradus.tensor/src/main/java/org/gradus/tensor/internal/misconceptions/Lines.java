package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Cumsum;
import org.gradus.tensor.internal.ops.Lines.Call;
import org.gradus.tensor.internal.ops.LogSoftmax;
import org.gradus.tensor.internal.ops.Softmax;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes about operations that turn lines along an axis into other lines. */
final class Lines {
  private static final List<Misconception> SOFTMAX =
      List.of(
          softmax(
              "diagonal alone",
              "Each yᵢ depends on every xⱼ of its line: beside yᵢ·(1 − yᵢ) there are −yᵢ·yⱼ.",
              Symptom.GRADIENT,
              (x, axis) -> rule(x, axis, (y, yBar) -> yBar.mul(y).mul(y.neg().add(1)))),
          softmax(
              "cotangents summed without their weights",
              "Subtract Σⱼ ȳⱼ·yⱼ, the mean of ȳ weighted by y, not Σⱼ ȳⱼ.",
              Symptom.GRADIENT,
              (x, axis) -> rule(x, axis, (y, yBar) -> y.mul(yBar.sub(sum(yBar, axis))))),
          softmax(
              "summed over everything",
              "The sum runs along the axis of the softmax, each line for itself.",
              Symptom.GRADIENT,
              (x, axis) -> rule(x, axis, (y, yBar) -> y.mul(yBar.sub(yBar.mul(y).sum())))),
          softmax(
              "sum and no exponential",
              "xᵢ/Σ xⱼ is no softmax: it may be negative. Take the exponentials first.",
              Symptom.VALUE,
              (x, axis) -> x.div(sum(x, axis))),
          softmax(
              "normalized over everything",
              "The probabilities of each line add up to 1, not those of the whole tensor.",
              Symptom.VALUE,
              (x, axis) -> x.exp().div(x.exp().sum())),
          softmax(
              "overflow",
              "exp 710 is infinite, and ∞/∞ is NaN: subtract the largest of the line first.",
              Symptom.VALUE,
              (x, axis) -> x.exp().div(sum(x.exp(), axis))));

  private static final List<Misconception> LOG_SOFTMAX =
      List.of(
          logSoftmax(
              "identity alone",
              "Every xⱼ of the line moves the sum of exponentials too: subtract exp(yᵢ)·Σⱼ ȳⱼ.",
              Symptom.GRADIENT,
              (x, axis) -> logRule(x, axis, (y, yBar) -> yBar.mul(1))),
          logSoftmax(
              "own cotangent for the sum",
              "exp(yᵢ) is multiplied by the sum of all ȳⱼ of the line, not by ȳᵢ alone.",
              Symptom.GRADIENT,
              (x, axis) -> logRule(x, axis, (y, yBar) -> yBar.sub(y.exp().mul(yBar)))),
          logSoftmax(
              "logarithm for probability",
              "The sum of the ȳⱼ is weighted by the probability exp(yᵢ), not by its logarithm yᵢ.",
              Symptom.GRADIENT,
              (x, axis) -> logRule(x, axis, (y, yBar) -> yBar.sub(y.mul(sum(yBar, axis))))),
          logSoftmax(
              "rule of softmax",
              "pᵢ·(ȳᵢ − Σⱼ ȳⱼ·pⱼ) belongs to softmax; for its logarithm it is ȳᵢ − pᵢ·Σⱼ ȳⱼ.",
              Symptom.GRADIENT,
              (x, axis) ->
                  logRule(
                      x, axis, (y, yBar) -> y.exp().mul(yBar.sub(sum(yBar.mul(y.exp()), axis))))),
          logSoftmax(
              "summed over everything",
              "The sum runs along the axis of the softmax, each line for itself.",
              Symptom.GRADIENT,
              (x, axis) -> logRule(x, axis, (y, yBar) -> yBar.sub(y.exp().mul(yBar.sum())))),
          logSoftmax(
              "logarithm forgotten",
              "These are the probabilities; take their logarithms.",
              Symptom.VALUE,
              Tensor::softmax),
          logSoftmax(
              "largest for the sum",
              "Subtracting the largest keeps the numbers small; ln Σⱼ exp xⱼ must still be subtracted.",
              Symptom.VALUE,
              (x, axis) -> x.size(axis) == 0 ? x.mul(1) : x.sub(x.amax(new int[] {axis}, true))),
          logSoftmax(
              "logarithm to base two",
              "ln is the logarithm to base e; only that undoes exp.",
              Symptom.VALUE,
              (x, axis) -> x.softmax(axis).log2()),
          logSoftmax(
              "overflow",
              "exp 710 is infinite: subtract the largest of the line before you take exponentials.",
              Symptom.VALUE,
              (x, axis) -> x.sub(sum(x.exp(), axis).log())));

  private static final List<Misconception> CUMSUM =
      List.of(
          cumsum(
              "summed from the start",
              "xᵢ moves all sums from i on: add the ȳ from the end, not from the start.",
              Symptom.GRADIENT,
              (x, axis) -> sumRule(x, axis, yBar -> yBar.cumsum(axis))),
          cumsum(
              "own cotangent alone",
              "xᵢ moves its own sum and all later ones: add the ȳ of all of them.",
              Symptom.GRADIENT,
              (x, axis) -> sumRule(x, axis, yBar -> yBar.mul(1))),
          cumsum(
              "total for each",
              "xᵢ does not move the sums before it: add the ȳ from i on only.",
              Symptom.GRADIENT,
              (x, axis) -> sumRule(x, axis, yBar -> sum(yBar, axis).expand(x.shape()))),
          cumsum(
              "own cotangent left out",
              "xᵢ is a part of its own sum yᵢ: begin with ȳᵢ, not with the one after it.",
              Symptom.GRADIENT,
              (x, axis) ->
                  sumRule(x, axis, yBar -> yBar.flip(axis).cumsum(axis).flip(axis).sub(yBar))),
          cumsum(
              "own element left out",
              "yᵢ includes xᵢ: the first sum is x₀, not 0.",
              Symptom.VALUE,
              (x, axis) -> x.cumsum(axis).sub(x)),
          cumsum(
              "summed from the end",
              "The sum runs from the first element on, not from the last.",
              Symptom.VALUE,
              (x, axis) -> x.flip(axis).cumsum(axis).flip(axis)),
          cumsum(
              "total for all",
              "yᵢ is the sum up to i; you give the sum of the whole line to each.",
              Symptom.VALUE,
              (x, axis) -> sum(x, axis).expand(x.shape())),
          cumsum(
              "neighbors alone",
              "Add xᵢ to the last sum, not to the last element.",
              Symptom.VALUE,
              (x, axis) ->
                  x.size(axis) == 0
                      ? x.mul(1)
                      : Tensor.cat(
                          List.of(
                              x.slice(axis, 0, 1),
                              x.slice(axis, 0, x.size(axis) - 1)
                                  .add(x.slice(axis, 1, x.size(axis)))),
                          Math.floorMod(axis, x.ndim()))));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of("softmax", SOFTMAX, "logSoftmax", LOG_SOFTMAX, "cumsum", CUMSUM);

  private Lines() {}

  private interface LineRule {
    Tensor gradient(Tensor y, Tensor yBar);
  }

  private static Misconception softmax(
      String name, String sentence, Symptom symptom, Call application) {
    return Misconception.sampled(
        name, sentence, symptom, draw -> Softmax.sample(draw, application));
  }

  private static Misconception logSoftmax(
      String name, String sentence, Symptom symptom, Call application) {
    return Misconception.sampled(
        name, sentence, symptom, draw -> LogSoftmax.sample(draw, application));
  }

  private static Misconception cumsum(
      String name, String sentence, Symptom symptom, Call application) {
    return Misconception.sampled(name, sentence, symptom, draw -> Cumsum.sample(draw, application));
  }

  private static Tensor rule(Tensor x, int axis, LineRule wrong) {
    return Mistaken.apply(
        List.of(x), t -> t.get(0).softmax(axis), (t, y, yBar) -> List.of(wrong.gradient(y, yBar)));
  }

  private static Tensor logRule(Tensor x, int axis, LineRule wrong) {
    return Mistaken.apply(
        List.of(x),
        t -> t.get(0).logSoftmax(axis),
        (t, y, yBar) -> List.of(wrong.gradient(y, yBar)));
  }

  private static Tensor sumRule(Tensor x, int axis, UnaryOperator<Tensor> wrong) {
    return Mistaken.apply(
        List.of(x), t -> t.get(0).cumsum(axis), (t, y, yBar) -> List.of(wrong.apply(yBar)));
  }

  private static Tensor sum(Tensor x, int axis) {
    return x.sum(new int[] {axis}, true);
  }
}
