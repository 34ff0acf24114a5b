package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;

/** Mistakes about losses of classes. */
final class Classifications {
  private static final List<Misconception> NLL =
      List.of(
          Twist.value(
              "minus forgotten",
              "The loss is the negative log-probability: the better the guess, the smaller.",
              y -> y.neg()),
          Twist.value(
              "probability",
              "The loss is the logarithm with a minus, not the probability itself.",
              y -> y.neg().exp()),
          Twist.first(
              "wrong class",
              "The gradient belongs to the class of the label; you gave it to the one counted from the other end.",
              (x, g) -> g.flip(classes(x.get(0)))),
          Twist.first(
              "spread over the classes",
              "Only the score of the label enters: the other classes get nothing.",
              (x, g) -> g.mean(new int[] {classes(x.get(0))}, true).expand(g.shape())),
          Twist.first(
              "minus forgotten in the gradient",
              "The loss falls when the score of the label rises: its gradient is negative.",
              (x, g) -> g.abs()));

  private static final List<Misconception> CROSS_ENTROPY =
      List.of(
          Twist.at(
              "softmax twice",
              "The loss takes logits and applies softmax itself; you had done so before.",
              x -> List.of(x.get(0).softmax(classes(x.get(0))))),
          Twist.gradientsAt(
              "probabilities of a blind guess",
              "p is the softmax of the logits at hand, not 1/C for each class.",
              x -> List.of(x.get(0).mul(0))),
          Twist.first(
              "target not subtracted",
              "The gradient is p − q: without the target nothing is pulled up.",
              (x, g) -> g.relu()),
          Twist.first(
              "sign of the target",
              "The gradient is p − q, not q − p and not a sum of sizes.",
              (x, g) -> g.abs()),
          Twist.first(
              "wrong class",
              "The target stands at the class of the label, counted from the first.",
              (x, g) -> g.flip(classes(x.get(0)))),
          Twist.value(
              "minus forgotten",
              "The loss is the negative log-probability: the better the guess, the smaller.",
              y -> y.neg()),
          Twist.value(
              "perplexity",
              "exp of the loss is the perplexity; the loss itself was asked for.",
              y -> y.exp()));

  private static final List<Misconception> CROSS_ENTROPY_OF_PROBABILITIES =
      List.of(
          Twist.at(
              "softmax twice",
              "The loss takes logits and applies softmax itself; you had done so before.",
              x -> List.of(x.get(0).softmax(classes(x.get(0))), x.get(1))),
          Twist.gradientsAt(
              "probabilities of a blind guess",
              "p is the softmax of the logits at hand, not 1/C for each class.",
              x -> List.of(x.get(0).mul(0), x.get(1))),
          Twist.first(
              "target not subtracted",
              "The gradient is p·Σ q − q: without the target nothing is pulled up.",
              (x, g) -> g.relu()),
          Twist.gradients(
              "target has none",
              "The target may require a gradient too: −ln p.",
              (x, g) -> Twist.with(g, 1, g.get(1).mul(0))),
          Twist.first(
              "wrong class",
              "Target j belongs to logit j; you turned the classes around.",
              (x, g) -> g.flip(classes(x.get(0)))),
          Twist.value(
              "minus forgotten",
              "The loss is the negative log-probability: the better the guess, the smaller.",
              y -> y.neg()));

  private static final List<Misconception> BINARY_CROSS_ENTROPY =
      List.of(
          Twist.at(
              "sigmoid twice",
              "The loss takes probabilities; you applied σ to them.",
              x -> List.of(x.get(0).sigmoid(), x.get(1))),
          Twist.at(
              "classes exchanged",
              "p is the probability of class 1, not of class 0.",
              x -> List.of(x.get(0).neg().add(1), x.get(1))),
          Twist.first(
              "denominator forgotten",
              "p − y is the gradient by the logit; by the probability divide by p·(1 − p).",
              (x, g) -> g.mul(x.get(0)).mul(x.get(0).neg().add(1))),
          Twist.first(
              "one of two factors",
              "Divide by p and by 1 − p, not by p alone.",
              (x, g) -> g.mul(x.get(0).neg().add(1))),
          Twist.gradients(
              "gradients exchanged",
              "The first gradient is that of the prediction.",
              (x, g) -> List.of(g.get(1), g.get(0))),
          Twist.value(
              "minus forgotten",
              "Logarithms of probabilities are negative: the loss turns their sign.",
              y -> y.neg()));

  private static final List<Misconception> BINARY_CROSS_ENTROPY_WITH_LOGITS =
      List.of(
          Twist.at(
              "sigmoid twice",
              "The loss takes logits and applies σ itself; you had done so before.",
              x -> List.of(x.get(0).sigmoid(), x.get(1))),
          Twist.at(
              "classes exchanged",
              "A large logit stands for class 1, not for class 0.",
              x -> List.of(x.get(0).neg(), x.get(1))),
          Twist.first(
              "derivative of the sigmoid too many",
              "The denominator p·(1 − p) cancels σ′: the gradient is σ(x) − y.",
              (x, g) -> g.mul(x.get(0).sigmoid()).mul(x.get(0).neg().sigmoid())),
          Twist.gradientsAt(
              "probability of a blind guess",
              "σ is taken at the logit at hand; ½ is its value at 0.",
              x -> List.of(x.get(0).mul(0), x.get(1))),
          Twist.gradients(
              "gradients exchanged",
              "The first gradient is that of the logit.",
              (x, g) -> List.of(g.get(1), g.get(0))),
          Twist.value(
              "minus forgotten",
              "Logarithms of probabilities are negative: the loss turns their sign.",
              y -> y.neg()));

  private static final List<Misconception> KL_DIVERGENCE =
      List.of(
          Twist.at(
              "probabilities for their logarithms",
              "The first operand is a logarithm of probabilities; you took its exponential.",
              x -> List.of(x.get(0).exp(), x.get(1))),
          Twist.at(
              "arguments exchanged",
              "The divergence is not symmetric: it weighs with p, the target.",
              x -> List.of(x.get(1).log(), x.get(0).exp())),
          Twist.gradients(
              "target has none",
              "The target may require a gradient too: ln p + 1 − ln q.",
              (x, g) -> Twist.with(g, 1, g.get(1).mul(0))),
          Twist.gradients(
              "gradients exchanged",
              "The first gradient is that of ln q.",
              (x, g) -> List.of(g.get(1), g.get(0))),
          Twist.first(
              "through the exponential",
              "The first operand is ln q itself: no factor q.",
              (x, g) -> g.mul(x.get(0).exp())),
          Twist.value(
              "minus too many", "The divergence is positive: p·(ln p − ln q).", y -> y.neg()));

  private static final List<Misconception> KL_DIVERGENCE_OF_LOGS =
      List.of(
          Twist.at(
              "arguments exchanged",
              "The divergence is not symmetric: it weighs with the target, the second operand.",
              x -> List.of(x.get(1), x.get(0))),
          Twist.at(
              "probabilities for their logarithms",
              "Both operands are logarithms; you took the exponential of the first.",
              x -> List.of(x.get(0).exp(), x.get(1))),
          Twist.gradients(
              "target has none",
              "The target may require a gradient too: eᵇ·(b − a + 1).",
              (x, g) -> Twist.with(g, 1, g.get(1).mul(0))),
          Twist.gradients(
              "gradients exchanged",
              "The first gradient is that of a = ln q.",
              (x, g) -> List.of(g.get(1), g.get(0))),
          Twist.first(
              "through the exponential",
              "The first operand is ln q itself: no factor q.",
              (x, g) -> g.mul(x.get(0).exp())),
          Twist.value("minus too many", "The divergence is positive: eᵇ·(b − a).", y -> y.neg()));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("nll", NLL),
          Map.entry("crossEntropy", CROSS_ENTROPY),
          Map.entry("crossEntropyOfProbabilities", CROSS_ENTROPY_OF_PROBABILITIES),
          Map.entry("binaryCrossEntropy", BINARY_CROSS_ENTROPY),
          Map.entry("binaryCrossEntropyWithLogits", BINARY_CROSS_ENTROPY_WITH_LOGITS),
          Map.entry("klDivergence", KL_DIVERGENCE),
          Map.entry("klDivergenceOfLogs", KL_DIVERGENCE_OF_LOGS));

  private Classifications() {}

  /** Axis of the classes. */
  private static int classes(Tensor x) {
    return x.ndim() == 1 ? 0 : 1;
  }
}
