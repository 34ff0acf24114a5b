package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Lines.Call;
import org.gradus.tensor.internal.ops.Softmax;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes about operations that turn lines along an axis into other lines. */
final class Lines {
  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of(
          "softmax",
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
                  (x, axis) -> x.exp().div(x.exp().sum()))));

  private Lines() {}

  private interface LineRule {
    Tensor gradient(Tensor y, Tensor yBar);
  }

  private static Misconception softmax(
      String name, String sentence, Symptom symptom, Call application) {
    return Misconception.sampled(
        name, sentence, symptom, draw -> Softmax.sample(draw, application));
  }

  private static Tensor rule(Tensor x, int axis, LineRule wrong) {
    return Mistaken.apply(
        List.of(x), t -> t.get(0).softmax(axis), (t, y, yBar) -> List.of(wrong.gradient(y, yBar)));
  }

  private static Tensor sum(Tensor x, int axis) {
    return x.sum(new int[] {axis}, true);
  }
}
