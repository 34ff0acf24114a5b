package org.gradus.tensor.internal.misconceptions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Lines.Call;
import org.gradus.tensor.internal.ops.Permute;
import org.gradus.tensor.internal.ops.Reshape;
import org.gradus.tensor.internal.ops.Squeeze;
import org.gradus.tensor.internal.ops.Transpose;
import org.gradus.tensor.internal.ops.Unsqueeze;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes about operations that show the same elements under another shape. */
final class Views {
  private static final List<Misconception> RESHAPE =
      List.of(
          reshape(
              "columns first",
              "Elements keep their order row by row; you filled the new shape column by column.",
              Symptom.VALUE,
              Views::byColumns),
          reshape(
              "gradient by columns",
              "x̄ holds ȳ in the same order, row by row; you filled it column by column.",
              Symptom.GRADIENT,
              (x, shape) -> rule(x, t -> t.reshape(shape), yBar -> byColumns(yBar, x.shape()))),
          reshape(
              "shape of the result left",
              "The gradient of x has the shape of x: reshape ȳ back.",
              Symptom.SHAPE,
              (x, shape) -> rule(x, t -> t.reshape(shape), yBar -> yBar)),
          reshape(
              "one place off",
              "Element i of ȳ belongs to element i of x, not to the next one.",
              Symptom.GRADIENT,
              (x, shape) ->
                  rule(x, t -> t.reshape(shape), yBar -> rolled(yBar).reshape(x.shape()))),
          reshape(
              "read from the end",
              "The first element stays the first one: the order does not turn around.",
              Symptom.VALUE,
              (x, shape) -> x.flatten().flip(0).reshape(shape)));

  private static final List<Misconception> TRANSPOSE =
      List.of(
          transpose(
              "reshaped for transposed",
              "Reshaping keeps the order of the elements. A transpose moves them: y[i, j] = x[j, i].",
              Symptom.VALUE,
              (x, first, second) -> x.reshape(x.transpose(first, second).shape())),
          transpose(
              "gradient reshaped",
              "ȳ must be transposed back; a reshape gives the shape of x and puts the numbers in"
                  + " the wrong places.",
              Symptom.GRADIENT,
              (x, first, second) ->
                  rule(x, t -> t.transpose(first, second), yBar -> yBar.reshape(x.shape()))),
          transpose(
              "gradient not turned back",
              "The gradient has the shape of x: transpose ȳ. Only for a square matrix would the"
                  + " shape fit by itself.",
              Symptom.SHAPE,
              (x, first, second) -> rule(x, t -> t.transpose(first, second), yBar -> yBar)),
          transpose(
              "turned by a quarter",
              "A transpose mirrors at the diagonal: y[i, j] = x[j, i]. You turned the matrix by a"
                  + " quarter.",
              Symptom.VALUE,
              (x, first, second) -> x.transpose(first, second).flip(second)),
          transpose(
              "gradient turned by a quarter",
              "ȳ must be mirrored at the diagonal as x was: X̄ = Ȳᵀ. You turned it by a quarter.",
              Symptom.GRADIENT,
              (x, first, second) ->
                  rule(
                      x,
                      t -> t.transpose(first, second),
                      yBar -> yBar.transpose(first, second).flip(second))));

  private static final List<Misconception> PERMUTE =
      List.of(
          permute(
              "order for its inverse",
              "On the way back each axis returns to where it was: that is the inverse order. The"
                  + " order itself fits where only two axes change places.",
              Symptom.SHAPE,
              (x, order) -> rule(x, t -> t.permute(order), yBar -> yBar.permute(order))),
          permute(
              "gradient not turned back",
              "The gradient has the shape of x: bring the axes of ȳ back into their old order.",
              Symptom.SHAPE,
              (x, order) -> rule(x, t -> t.permute(order), yBar -> yBar)),
          permute(
              "gradient reshaped",
              "A reshape gives the shape of x and puts the numbers in the wrong places: permute ȳ"
                  + " back.",
              Symptom.GRADIENT,
              (x, order) -> rule(x, t -> t.permute(order), yBar -> yBar.reshape(x.shape()))),
          permute(
              "reshaped for permuted",
              "Reshaping keeps the order of the elements. A permutation of axes moves them.",
              Symptom.VALUE,
              (x, order) -> x.reshape(x.permute(order).shape())),
          permute(
              "read from the end",
              "The axes change places; along each of them the order of the elements stays.",
              Symptom.VALUE,
              (x, order) -> x.permute(order).flip(everyAxis(x))));

  private static final List<Misconception> SQUEEZE =
      List.of(
          squeeze(
              "axis not put back",
              "The gradient has the shape of x: put the axis of length one back.",
              (x, axis) -> rule(x, t -> t.squeeze(axis), yBar -> yBar)),
          squeeze(
              "axis put back in front",
              "The axis of length one goes back to where it was taken from, not to the front.",
              (x, axis) ->
                  rule(
                      x,
                      t -> t.squeeze(axis),
                      yBar -> x.size(axis) == 1 ? yBar.unsqueeze(0) : yBar)),
          squeeze(
              "axis put back that never left",
              "An axis that is longer than one stays, so nothing is put back.",
              (x, axis) -> rule(x, t -> t.squeeze(axis), yBar -> yBar.unsqueeze(axis))),
          squeeze(
              "longer axis dropped",
              "Only an axis of length one can be dropped without a loss; a longer one stays.",
              (x, axis) -> x.size(axis) == 0 ? x.sum(axis) : x.select(axis, 0)),
          squeeze(
              "every axis of length one dropped",
              "Only the axis that was asked for is dropped, not every axis of length one.",
              (x, axis) -> x.squeeze()));

  private static final List<Misconception> UNSQUEEZE =
      List.of(
          unsqueeze(
              "axis left in",
              "The gradient has the shape of x: take the axis of length one out again.",
              (x, axis) -> rule(x, t -> t.unsqueeze(axis), yBar -> yBar)),
          unsqueeze(
              "first axis taken out",
              "The axis to take out is the one that was put in, not the first one.",
              (x, axis) ->
                  rule(
                      x,
                      t -> t.unsqueeze(axis),
                      yBar -> yBar.size(0) == 0 ? yBar : yBar.select(0, 0))),
          unsqueeze(
              "axis always in front",
              "The new axis stands where it was asked for, not always in front.",
              (x, axis) -> x.unsqueeze(0)),
          unsqueeze(
              "axis one place late",
              "The new axis stands at the place of that number, not behind it: they count from 0.",
              (x, axis) -> x.unsqueeze((axis + 1) % (x.ndim() + 1))),
          unsqueeze(
              "axis of length two",
              "The new axis has length one: x stands there once.",
              (x, axis) -> Tensor.stack(List.of(x, x), axis)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of(
          "reshape", RESHAPE,
          "transpose", TRANSPOSE,
          "permute", PERMUTE,
          "squeeze", SQUEEZE,
          "unsqueeze", UNSQUEEZE);

  private Views() {}

  private static Misconception reshape(
      String name, String sentence, Symptom symptom, BiFunction<Tensor, int[], Tensor> wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Reshape.sample(draw, wrong));
  }

  private static Misconception transpose(
      String name, String sentence, Symptom symptom, Transpose.Call wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Transpose.sample(draw, wrong));
  }

  private static Misconception permute(
      String name, String sentence, Symptom symptom, BiFunction<Tensor, int[], Tensor> wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Permute.sample(draw, wrong));
  }

  private static Misconception squeeze(String name, String sentence, Call wrong) {
    return Misconception.sampled(
        name, sentence, Symptom.SHAPE, draw -> Squeeze.sample(draw, wrong));
  }

  private static Misconception unsqueeze(String name, String sentence, Call wrong) {
    return Misconception.sampled(
        name, sentence, Symptom.SHAPE, draw -> Unsqueeze.sample(draw, wrong));
  }

  private static Tensor rule(Tensor x, UnaryOperator<Tensor> right, UnaryOperator<Tensor> wrong) {
    return Mistaken.apply(
        List.of(x), t -> right.apply(t.get(0)), (t, y, yBar) -> List.of(wrong.apply(yBar)));
  }

  /** The elements of {@code x} column by column under another shape, filled column by column. */
  private static Tensor byColumns(Tensor x, int[] shape) {
    return turned(turned(x).reshape(reversed(shape)));
  }

  private static Tensor turned(Tensor x) {
    return x.permute(reversed(everyAxis(x)));
  }

  private static int[] everyAxis(Tensor x) {
    return IntStream.range(0, x.ndim()).toArray();
  }

  private static int[] reversed(int[] values) {
    int[] result = values.clone();
    Arrays.setAll(result, i -> values[values.length - 1 - i]);
    return result;
  }

  /** Elements in one line, the first one moved to the end. */
  private static Tensor rolled(Tensor x) {
    Tensor line = x.flatten();
    return Tensor.cat(List.of(line.slice(0, 1, line.numel()), line.slice(0, 0, 1)), 0);
  }
}
