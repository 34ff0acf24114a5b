package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Expand;
import org.gradus.tensor.internal.ops.SumTo;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes about repeating a tensor to a shape, and about summing it back. */
final class Broadcasts {
  private static final List<Misconception> EXPAND =
      List.of(
          expand(
              "copies not added up",
              "Every copy of x sends a gradient back: sum ȳ over the repeated axes.",
              Symptom.SHAPE,
              (x, shape) -> rule(x, t -> t.expand(shape), yBar -> yBar)),
          expand(
              "mean for sum",
              "Every copy of x counts in full: add the gradients of the copies, do not average them.",
              Symptom.GRADIENT,
              (x, shape) ->
                  rule(
                      x, t -> t.expand(shape), yBar -> yBar.sumTo(x.shape()).div(copies(yBar, x)))),
          expand(
              "first copy alone",
              "Every copy of x sends a gradient back, not only the first one: add them up.",
              Symptom.GRADIENT,
              (x, shape) -> rule(x, t -> t.expand(shape), yBar -> copy(yBar, x.shape(), true))),
          expand(
              "last copy wins",
              "Each copy overwrites what the one before has brought: add, do not assign.",
              Symptom.GRADIENT,
              (x, shape) -> rule(x, t -> t.expand(shape), yBar -> copy(yBar, x.shape(), false))),
          expand(
              "divided among the copies",
              "Each copy is x itself and no part of it.",
              Symptom.VALUE,
              (x, shape) -> x.expand(shape).div(copies(Tensor.zeros(shape), x))));

  private static final List<Misconception> SUM_TO =
      List.of(
          sumTo(
              "divided by the count",
              "Each element of x counts in full in the sum: ȳ is repeated, not divided.",
              Symptom.GRADIENT,
              (x, shape) ->
                  rule(
                      x, t -> t.sumTo(shape), yBar -> yBar.expand(x.shape()).div(copies(x, yBar)))),
          sumTo(
              "multiplied by the count",
              "Each element of x counts once in the sum: its gradient is ȳ, not ȳ times their number.",
              Symptom.GRADIENT,
              (x, shape) ->
                  rule(
                      x, t -> t.sumTo(shape), yBar -> yBar.expand(x.shape()).mul(copies(x, yBar)))),
          sumTo(
              "first alone",
              "Every element that was added gets ȳ, not only the first one.",
              Symptom.GRADIENT,
              (x, shape) ->
                  rule(
                      x,
                      t -> t.sumTo(shape),
                      yBar -> Adjoint.of(t -> copy(t, shape, true), x.shape(), yBar))),
          sumTo(
              "not repeated",
              "The gradient has the shape of x: repeat ȳ along the axes that were summed.",
              Symptom.SHAPE,
              (x, shape) -> rule(x, t -> t.sumTo(shape), yBar -> yBar)),
          sumTo(
              "mean for sum",
              "What was repeated is added up, not averaged.",
              Symptom.VALUE,
              (x, shape) -> x.sumTo(shape).div(copies(x, x.sumTo(shape)))),
          sumTo(
              "first for all",
              "All copies are added up; you take the first one.",
              Symptom.VALUE,
              (x, shape) -> copy(x, shape, true)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of("expand", EXPAND, "sumTo", SUM_TO);

  private Broadcasts() {}

  private static Misconception expand(
      String name, String sentence, Symptom symptom, BiFunction<Tensor, int[], Tensor> wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Expand.sample(draw, wrong));
  }

  private static Misconception sumTo(
      String name, String sentence, Symptom symptom, BiFunction<Tensor, int[], Tensor> wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> SumTo.sample(draw, wrong));
  }

  private static Tensor rule(Tensor x, UnaryOperator<Tensor> right, UnaryOperator<Tensor> wrong) {
    return Mistaken.apply(
        List.of(x), t -> right.apply(t.get(0)), (t, y, yBar) -> List.of(wrong.apply(yBar)));
  }

  /** Number of times that {@code x} stands in {@code result}. */
  private static double copies(Tensor result, Tensor x) {
    return (double) result.numel() / Math.max(x.numel(), 1);
  }

  /** Part of a result that is its first or its last copy of an operand. */
  private static Tensor copy(Tensor result, int[] shape, boolean first) {
    int lead = result.ndim() - shape.length;
    Tensor part = result;
    for (int axis = 0; axis < result.ndim(); axis++) {
      int own = axis < lead ? 1 : shape[axis - lead];
      int size = result.size(axis);
      part = first ? part.slice(axis, 0, own) : part.slice(axis, size - Math.min(own, size), size);
    }
    return part.sumTo(shape);
  }
}
