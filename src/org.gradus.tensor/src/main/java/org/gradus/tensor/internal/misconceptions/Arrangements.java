package org.gradus.tensor.internal.misconceptions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Cat;
import org.gradus.tensor.internal.ops.Flip;
import org.gradus.tensor.internal.ops.Stack;
import org.gradus.tensor.internal.ops.Triangle;
import org.gradus.tensor.internal.ops.Tril;
import org.gradus.tensor.internal.ops.Triu;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes about operations that turn, mask and join tensors. */
final class Arrangements {
  private static final List<Misconception> FLIP =
      List.of(
          flip(
              "gradient not turned back",
              "The last element of ȳ belongs to the first of x: reverse ȳ too.",
              Symptom.GRADIENT,
              (x, axes) -> rule(x, t -> t.flip(axes), yBar -> yBar)),
          flip(
              "gradient turned along every axis",
              "Reverse ȳ along the axes that x was reversed along, and no other.",
              Symptom.GRADIENT,
              (x, axes) -> rule(x, t -> t.flip(axes), yBar -> yBar.flip(everyAxis(yBar)))),
          flip(
              "turned along every axis",
              "Only the axes that were asked for are reversed.",
              Symptom.VALUE,
              (x, axes) -> x.flip(everyAxis(x))),
          flip(
              "sign for order",
              "To flip is to reverse the order; the sign of the elements stays.",
              Symptom.VALUE,
              (x, axes) -> x.neg()),
          flip(
              "first axis alone",
              "Each of the axes is reversed, not only the first that was named.",
              Symptom.VALUE,
              (x, axes) -> axes.length == 0 ? x.mul(1) : x.flip(axes[0])));

  private static final List<Misconception> TRIL =
      List.of(
          tril(
              "mask forgotten on the way back",
              "What lies above the diagonal did not reach y: its gradient is 0.",
              Symptom.GRADIENT,
              (x, k) -> rule(x, t -> t.tril(k), yBar -> yBar)),
          tril(
              "mask inverted on the way back",
              "ȳ goes to what stayed, not to what was cut off.",
              Symptom.GRADIENT,
              (x, k) -> rule(x, t -> t.tril(k), yBar -> yBar.triu(k + 1))),
          tril(
              "diagonal forgotten on the way back",
              "The gradient is cut at the same diagonal k as x, not always at the main one.",
              Symptom.GRADIENT,
              (x, k) -> rule(x, t -> t.tril(k), yBar -> yBar.tril())),
          tril(
              "other triangle",
              "The lower triangle stays: rows count downward, so j − i ≤ k.",
              Symptom.VALUE,
              (x, k) -> x.triu(k)),
          tril(
              "diagonal cut off",
              "The diagonal k itself stays: j − i ≤ k, not j − i < k.",
              Symptom.VALUE,
              (x, k) -> x.tril(k - 1)),
          tril(
              "diagonal on the other side",
              "A positive k lies above the main diagonal: it is j − i, not i − j.",
              Symptom.VALUE,
              (x, k) -> x.tril(-k)));

  private static final List<Misconception> TRIU =
      List.of(
          triu(
              "mask forgotten on the way back",
              "What lies below the diagonal did not reach y: its gradient is 0.",
              Symptom.GRADIENT,
              (x, k) -> rule(x, t -> t.triu(k), yBar -> yBar)),
          triu(
              "mask inverted on the way back",
              "ȳ goes to what stayed, not to what was cut off.",
              Symptom.GRADIENT,
              (x, k) -> rule(x, t -> t.triu(k), yBar -> yBar.tril(k - 1))),
          triu(
              "diagonal forgotten on the way back",
              "The gradient is cut at the same diagonal k as x, not always at the main one.",
              Symptom.GRADIENT,
              (x, k) -> rule(x, t -> t.triu(k), yBar -> yBar.triu())),
          triu(
              "other triangle",
              "The upper triangle stays: rows count downward, so j − i ≥ k.",
              Symptom.VALUE,
              (x, k) -> x.tril(k)),
          triu(
              "diagonal cut off",
              "The diagonal k itself stays: j − i ≥ k, not j − i > k.",
              Symptom.VALUE,
              (x, k) -> x.triu(k + 1)),
          triu(
              "diagonal on the other side",
              "A positive k lies above the main diagonal: it is j − i, not i − j.",
              Symptom.VALUE,
              (x, k) -> x.triu(-k)));

  private static final List<Misconception> CAT =
      List.of(
          cat(
              "every part from the start",
              "Each operand gets the part of ȳ where it went: move on by the lengths of those before.",
              Symptom.GRADIENT,
              (parts, axis) -> cutAt(parts, axis, (before, after) -> 0)),
          cat(
              "parts handed back from the end",
              "The first operand went to the front of y, so it gets the front of ȳ.",
              Symptom.GRADIENT,
              (parts, axis) -> cutAt(parts, axis, (before, after) -> after)),
          cat(
              "equal parts",
              "Operands may differ in length: cut ȳ by their own lengths, not into equal parts.",
              Symptom.SHAPE,
              (parts, axis) ->
                  Mistaken.apply(
                      parts,
                      t -> Tensor.cat(t, axis),
                      (t, y, yBar) -> equalParts(yBar, axis, t.size()))),
          cat(
              "whole gradient to each",
              "Each operand gets the part of ȳ where it went, not the whole of it.",
              Symptom.SHAPE,
              (parts, axis) ->
                  Mistaken.apply(
                      parts,
                      t -> Tensor.cat(t, axis),
                      (t, y, yBar) -> Collections.nCopies(t.size(), yBar))),
          cat(
              "joined from the last",
              "The first operand stands first: they are joined in the order they are given.",
              Symptom.VALUE,
              (parts, axis) -> Tensor.cat(backwards(parts), axis)),
          cat(
              "first repeated",
              "Each operand has its own place; the last one is not the first one again.",
              Symptom.SHAPE,
              (parts, axis) -> {
                List<Tensor> wrong = new ArrayList<>(parts);
                wrong.set(parts.size() - 1, parts.get(0));
                return Tensor.cat(wrong, axis);
              }));

  private static final List<Misconception> STACK =
      List.of(
          stack(
              "first part for each",
              "Operand i gets part i of ȳ, not all of them the first one.",
              Symptom.GRADIENT,
              (parts, axis) -> picked(parts, axis, i -> 0)),
          stack(
              "parts handed back from the end",
              "The first operand went to the front of y, so it gets the front of ȳ.",
              Symptom.GRADIENT,
              (parts, axis) -> picked(parts, axis, i -> parts.size() - 1 - i)),
          stack(
              "parts averaged",
              "Each operand gets its own part of ȳ, not the mean of all.",
              Symptom.GRADIENT,
              (parts, axis) ->
                  Mistaken.apply(
                      parts,
                      t -> Tensor.stack(t, axis),
                      (t, y, yBar) -> Collections.nCopies(t.size(), yBar.mean(axis)))),
          stack(
              "axis left in",
              "The new axis is no axis of the operands: take the part out, without an axis of"
                  + " length one.",
              Symptom.SHAPE,
              (parts, axis) ->
                  Mistaken.apply(
                      parts, t -> Tensor.stack(t, axis), (t, y, yBar) -> yBar.split(axis, 1))),
          stack(
              "stacked from the last",
              "The first operand stands first: they are stacked in the order they are given.",
              Symptom.VALUE,
              (parts, axis) -> Tensor.stack(backwards(parts), axis)),
          stack(
              "axis always in front",
              "The new axis stands where it was asked for, not always in front.",
              Symptom.SHAPE,
              (parts, axis) -> Tensor.stack(parts, 0)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of("flip", FLIP, "tril", TRIL, "triu", TRIU, "cat", CAT, "stack", STACK);

  private Arrangements() {}

  /** Where a part begins, given the lengths of those before it and of those after it. */
  private interface Start {
    int of(int before, int after);
  }

  private static Misconception flip(
      String name, String sentence, Symptom symptom, BiFunction<Tensor, int[], Tensor> wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Flip.sample(draw, wrong));
  }

  private static Misconception tril(
      String name, String sentence, Symptom symptom, Triangle.Call wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Tril.sample(draw, wrong));
  }

  private static Misconception triu(
      String name, String sentence, Symptom symptom, Triangle.Call wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Triu.sample(draw, wrong));
  }

  private static Misconception cat(
      String name,
      String sentence,
      Symptom symptom,
      BiFunction<List<Tensor>, Integer, Tensor> wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Cat.sample(draw, wrong));
  }

  private static Misconception stack(
      String name,
      String sentence,
      Symptom symptom,
      BiFunction<List<Tensor>, Integer, Tensor> wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Stack.sample(draw, wrong));
  }

  private static Tensor rule(Tensor x, UnaryOperator<Tensor> right, UnaryOperator<Tensor> wrong) {
    return Mistaken.apply(
        List.of(x), t -> right.apply(t.get(0)), (t, y, yBar) -> List.of(wrong.apply(yBar)));
  }

  /** The right result, of which each operand gets back a part of its own length. */
  private static Tensor cutAt(List<Tensor> parts, int axis, Start start) {
    return Mistaken.apply(
        parts,
        t -> Tensor.cat(t, axis),
        (t, y, yBar) -> {
          List<Tensor> cut = new ArrayList<>();
          int before = 0;
          for (Tensor x : t) {
            int length = x.size(axis);
            int from = start.of(before, yBar.size(axis) - before - length);
            cut.add(yBar.slice(axis, from, from + length));
            before += length;
          }
          return cut;
        });
  }

  private static List<Tensor> equalParts(Tensor yBar, int axis, int count) {
    int length = yBar.size(axis) / count;
    return IntStream.range(0, count)
        .mapToObj(i -> yBar.slice(axis, i * length, (i + 1) * length))
        .toList();
  }

  /** The right result, of which each operand gets back a part. */
  private static Tensor picked(List<Tensor> parts, int axis, IntUnaryOperator part) {
    return Mistaken.apply(
        parts,
        t -> Tensor.stack(t, axis),
        (t, y, yBar) ->
            IntStream.range(0, t.size())
                .mapToObj(i -> yBar.select(axis, part.applyAsInt(i)))
                .toList());
  }

  private static List<Tensor> backwards(List<Tensor> parts) {
    List<Tensor> turned = new ArrayList<>(parts);
    Collections.reverse(turned);
    return turned;
  }

  private static int[] everyAxis(Tensor x) {
    return IntStream.range(0, x.ndim()).toArray();
  }
}
