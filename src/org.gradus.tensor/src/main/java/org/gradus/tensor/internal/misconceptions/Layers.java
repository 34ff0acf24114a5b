package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes about layers. */
final class Layers {
  private static final List<Misconception> CONV2D =
      List.of(
          Twist.at(
              "convolution of the textbooks",
              "Networks slide the kernel as it is; you turned it around first.",
              x -> Twist.with(x, 1, x.get(1).flip(2).flip(3))),
          Misconception.of(
              "kernel not flipped",
              "On the way back the kernel is turned around: each input lies under it once at every place.",
              Symptom.GRADIENT,
              right ->
                  x ->
                      Mistaken.apply(
                          x,
                          right,
                          (t, y, yBar) ->
                              Twist.withFirst(
                                  Mistaken.rightGradients(right, t, yBar),
                                  Mistaken.rightGradients(
                                          right, Twist.with(t, 1, t.get(1).flip(2).flip(3)), yBar)
                                      .get(0)))),
          Twist.gradients(
              "gradient of the kernel turned around",
              "Element u of the kernel belongs to element u of its gradient.",
              (x, g) -> Twist.with(g, 1, g.get(1).flip(2).flip(3))),
          Twist.gradients(
              "kernel averaged over the batch",
              "Every sample of the batch uses the same kernel: add their gradients up.",
              (x, g) -> Twist.with(g, 1, g.get(1).div(x.get(0).size(0)))),
          Twist.first(
              "rows and columns turned",
              "Each place of the input gets what the windows over it send back.",
              (x, g) -> g.flip(2)),
          Twist.first(
              "channels exchanged",
              "Input channel c is read by kernel slice c.",
              (x, g) -> g.flip(1)),
          Twist.at(
              "kernel flipped along one axis",
              "Row u of the kernel reads row r·s + u·d − p of the input.",
              x -> Twist.with(x, 1, x.get(1).flip(2))));

  private static final List<Misconception> MAX_POOL2D =
      List.of(
          Twist.value("sign", "The largest of a window was asked for, as it is.", y -> y.neg()),
          Twist.at(
              "smallest of a window",
              "The largest was asked for; you looked at −x.",
              x -> List.of(x.get(0).neg())),
          Misconception.rule(
              "spread over everything",
              "Only the place that won the window gets its gradient.",
              (x, y, yBar) -> yBar.sum().div(x.numel()).expand(x.shape())),
          Twist.first(
              "turned around",
              "The gradient goes to the place where the largest was found.",
              (x, g) -> g.flip(-1)),
          Twist.first("sizes", "ȳ goes back as it is, with its sign.", (x, g) -> g.abs()),
          Twist.value(
              "relu after the maximum",
              "A window of negative numbers has a negative maximum.",
              y -> y.relu()));

  private static final List<Misconception> AVG_POOL2D =
      List.of(
          Twist.value("sign", "The mean of a window was asked for, as it is.", y -> y.neg()),
          Twist.at(
              "sizes averaged",
              "Negative elements make the mean smaller: no absolute value.",
              x -> List.of(x.get(0).abs())),
          Misconception.rule(
              "spread over everything",
              "Only the elements of a window share its gradient.",
              (x, y, yBar) -> yBar.sum().div(x.numel()).expand(x.shape())),
          Twist.first(
              "not divided",
              "Each element has a share of 1/k in the mean of its window.",
              (x, g) -> g.mul(4)),
          Twist.first(
              "operand as a factor",
              "The slope is 1/k, whatever the values of the window are.",
              (x, g) -> g.mul(x.get(0))),
          Twist.value(
              "squared", "The mean of the elements, not of their squares.", y -> y.square()));

  private static final List<Misconception> DROPOUT =
      List.of(
          Misconception.rule(
              "dropped elements pass",
              "What was dropped has no influence: its gradient is 0.",
              (x, y, yBar) -> yBar),
          Misconception.rule(
              "not scaled up in the gradient",
              "What is kept is divided by 1 − p, and so is its gradient.",
              (x, y, yBar) -> yBar.mul(y.abs().gt(Tensor.scalar(0)))),
          Twist.first(
              "mask drawn again",
              "The rule needs the mask that was drawn forward; you drew another.",
              (x, g) -> g.flatten().flip(0).reshape(g.shape())),
          Misconception.rule(
              "result as a factor",
              "The slope is 0 or 1/(1 − p), not y.",
              (x, y, yBar) -> yBar.mul(y)),
          Twist.value(
              "not scaled up",
              "What is kept is divided by 1 − p, so that the mean stays.",
              y -> y.mul(0.5)),
          Twist.at(
              "sizes kept",
              "What is kept keeps its sign: no absolute value.",
              x -> List.of(x.get(0).abs())));

  private static final List<Misconception> EMBEDDING =
      List.of(
          Misconception.of(
              "uses averaged",
              "A row that was looked up twice gets both gradients, added and not averaged.",
              Symptom.GRADIENT,
              right ->
                  x ->
                      Mistaken.apply(
                          x,
                          right,
                          (t, y, yBar) ->
                              List.of(
                                  Mistaken.rightGradients(right, t, yBar)
                                      .get(0)
                                      .div(
                                          Mistaken.rightGradients(
                                                  right, t, Tensor.ones(yBar.shape()))
                                              .get(0)
                                              .maximum(Tensor.scalar(1)))))),
          Twist.first(
              "rows turned around",
              "The gradient of a row goes to the row that was looked up.",
              (x, g) -> g.flip(0)),
          Twist.first(
              "columns turned around",
              "Column j of the result belongs to column j of the table.",
              (x, g) -> g.flip(1)),
          Twist.first(
              "operand as a factor",
              "Looking up is a choice: the slope is 1, not the entry.",
              (x, g) -> g.mul(x.get(0))),
          Twist.at(
              "counted from the end",
              "Row 0 is the first row of the table.",
              x -> List.of(x.get(0).flip(0))),
          Twist.at(
              "columns exchanged",
              "A row is returned as it stands in the table.",
              x -> List.of(x.get(0).flip(1))));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("conv2d", CONV2D),
          Map.entry("maxPool2d", MAX_POOL2D),
          Map.entry("avgPool2d", AVG_POOL2D),
          Map.entry("dropout", DROPOUT),
          Map.entry("embedding", EMBEDDING));

  private Layers() {}
}
