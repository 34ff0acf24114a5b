package org.gradus.tensor.internal.misconceptions;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Gather;
import org.gradus.tensor.internal.ops.IndexSelect;
import org.gradus.tensor.internal.ops.Select;
import org.gradus.tensor.internal.ops.Slice;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes about operations that pick elements of a tensor. */
final class Parts {
  private static final List<Misconception> SELECT =
      List.of(
          selectRule(
              "placed at the start",
              "ȳ goes back to the index it was read from, not to index 0.",
              (x, axis, index) -> x.select(axis, 0)),
          selectRule(
              "placed one late",
              "ȳ goes back to the index it was read from, not to the one after it.",
              (x, axis, index) -> x.select(axis, (index + 1) % x.size(axis))),
          selectRule(
              "given to all",
              "Only the element that was read gets a gradient; the others did not move y.",
              (x, axis, index) -> x.sum(axis)),
          select(
              "shape of the result left",
              "The gradient has the shape of x: zeros, with ȳ at the index.",
              Symptom.SHAPE,
              (x, axis, index) -> rule(x, t -> t.select(axis, index), yBar -> yBar)),
          select(
              "counted from one",
              "Indices count from 0: index 1 is the second element.",
              Symptom.VALUE,
              (x, axis, index) -> x.select(axis, Math.max(index - 1, 0))),
          select(
              "counted from the end",
              "A positive index counts from the start; only a negative one counts from the end.",
              Symptom.VALUE,
              (x, axis, index) -> x.select(axis, x.size(axis) - 1 - index)));

  private static final List<Misconception> SLICE =
      List.of(
          sliceRule(
              "placed at the start",
              "The part goes back to where it was read, from start on, not to the front.",
              (x, axis, start, stop, step) -> x.slice(axis, 0, stop - start, step)),
          sliceRule(
              "placed at the end",
              "The part goes back to where it was read, from start on, not to the end.",
              (x, axis, start, stop, step) ->
                  x.slice(axis, x.size(axis) - (stop - start), x.size(axis), step)),
          sliceRule(
              "step forgotten on the way back",
              "You read every step-th element; ȳ goes back to those, not to neighbors.",
              (x, axis, start, stop, step) ->
                  x.slice(axis, start, start + (stop - start + step - 1) / step)),
          sliceRule(
              "order turned around",
              "The first element of ȳ belongs to start, the last to the end of the part.",
              (x, axis, start, stop, step) -> x.slice(axis, start, stop, step).flip(axis)),
          slice(
              "start forgotten",
              "A slice begins at start; you read as many elements from the front.",
              Symptom.VALUE,
              (x, axis, start, stop, step) -> x.slice(axis, 0, stop - start, step)),
          slice(
              "stop included",
              "A slice ends before stop: 0:2 are the elements 0 and 1.",
              Symptom.SHAPE,
              (x, axis, start, stop, step) -> x.slice(axis, start, stop + 1, step)),
          slice(
              "step ignored",
              "A step of 2 reads every second element; you read them all.",
              Symptom.SHAPE,
              (x, axis, start, stop, step) -> x.slice(axis, start, stop)));

  private static final List<Misconception> INDEX =
      List.of(
          indexRule(
              "last reader wins",
              "Where two indices name the same element, their gradients add up; you overwrite.",
              (x, axis, index) -> one(x, t -> t.indexSelect(axis, index), true)),
          indexRule(
              "first reader wins",
              "Where two indices name the same element, their gradients add up; you keep the first.",
              (x, axis, index) -> one(x, t -> t.indexSelect(axis, index), false)),
          indexRule(
              "placed one late",
              "ȳ goes back to the element that was read, not to the one after it.",
              (x, axis, index) -> x.indexSelect(axis, moved(index, 1, x.size(axis)))),
          indexRule(
              "placed at the start",
              "ȳ goes back to the elements that were read, not to the first one.",
              (x, axis, index) -> x.indexSelect(axis, moved(index, 0, 1))),
          index(
              "counted from one",
              "Indices count from 0: index 1 is the second element.",
              (x, axis, index) -> x.indexSelect(axis, moved(index, -1, x.size(axis)))),
          index(
              "minus one taken for the first",
              "A negative index counts from the end: −1 is the last element, not the first.",
              (x, axis, index) -> x.indexSelect(axis, each(index, i -> i < 0 ? -i - 1 : i))));

  private static final List<Misconception> GATHER =
      List.of(
          gatherRule(
              "last reader wins",
              "Where two indices name the same element, their gradients add up; you overwrite.",
              (x, axis, index) -> one(x, t -> t.gather(axis, index), true)),
          gatherRule(
              "first reader wins",
              "Where two indices name the same element, their gradients add up; you keep the first.",
              (x, axis, index) -> one(x, t -> t.gather(axis, index), false)),
          gatherRule(
              "placed one late",
              "ȳ goes back to the element that was read, not to the one after it.",
              (x, axis, index) -> x.gather(axis, moved(index, 1, x.size(axis)))),
          gatherRule(
              "placed at the start",
              "ȳ goes back to the elements that were read, not to the first of each line.",
              (x, axis, index) -> x.gather(axis, moved(index, 0, 1))),
          gather(
              "counted from one",
              "Indices count from 0: index 1 is the second element.",
              (x, axis, index) -> x.gather(axis, moved(index, -1, x.size(axis)))),
          gather(
              "minus one taken for the first",
              "A negative index counts from the end: −1 is the last element, not the first.",
              (x, axis, index) -> x.gather(axis, each(index, i -> i < 0 ? -i - 1 : i))));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of("select", SELECT, "slice", SLICE, "index", INDEX, "gather", GATHER);

  private Parts() {}

  private static Misconception select(
      String name, String sentence, Symptom symptom, Select.Call wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Select.sample(draw, wrong));
  }

  /** The right element is read, but ȳ is sent back as if it had been {@code instead}. */
  private static Misconception selectRule(String name, String sentence, Select.Call instead) {
    return select(
        name,
        sentence,
        Symptom.GRADIENT,
        (x, axis, index) -> sent(x, t -> t.select(axis, index), t -> instead.of(t, axis, index)));
  }

  private static Misconception slice(
      String name, String sentence, Symptom symptom, Slice.Call wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Slice.sample(draw, wrong));
  }

  private static Misconception sliceRule(String name, String sentence, Slice.Call instead) {
    return slice(
        name,
        sentence,
        Symptom.GRADIENT,
        (x, axis, start, stop, step) ->
            sent(
                x,
                t -> t.slice(axis, start, stop, step),
                t -> instead.of(t, axis, start, stop, step)));
  }

  private static Misconception index(String name, String sentence, IndexSelect.Call wrong) {
    return Misconception.sampled(
        name, sentence, Symptom.VALUE, draw -> IndexSelect.sample(draw, wrong));
  }

  private static Misconception indexRule(String name, String sentence, IndexSelect.Call instead) {
    return index(
            name,
            sentence,
            (x, axis, index) ->
                sent(x, t -> t.indexSelect(axis, index), t -> instead.of(t, axis, index)))
        .shownBy(Symptom.GRADIENT);
  }

  private static Misconception gather(String name, String sentence, IndexSelect.Call wrong) {
    return Misconception.sampled(name, sentence, Symptom.VALUE, draw -> Gather.sample(draw, wrong));
  }

  private static Misconception gatherRule(String name, String sentence, IndexSelect.Call instead) {
    return gather(
            name,
            sentence,
            (x, axis, index) ->
                sent(x, t -> t.gather(axis, index), t -> instead.of(t, axis, index)))
        .shownBy(Symptom.GRADIENT);
  }

  private static Tensor rule(Tensor x, UnaryOperator<Tensor> right, UnaryOperator<Tensor> wrong) {
    return Mistaken.apply(
        List.of(x), t -> right.apply(t.get(0)), (t, y, yBar) -> List.of(wrong.apply(yBar)));
  }

  private static Tensor sent(Tensor x, UnaryOperator<Tensor> right, UnaryOperator<Tensor> instead) {
    return rule(x, right, yBar -> Adjoint.of(instead, x.shape(), yBar));
  }

  private static IndexTensor each(IndexTensor index, IntUnaryOperator change) {
    return IndexTensor.of(index.shape(), Arrays.stream(index.toArray()).map(change).toArray());
  }

  /** Indices moved by some places, around the end of an axis of {@code length}. */
  private static IndexTensor moved(IndexTensor index, int places, int length) {
    return each(index, i -> Math.floorMod(i + places, length));
  }

  /** What is read, where each element is read once: by the last one that reads it, or the first. */
  private static Tensor one(Tensor x, UnaryOperator<Tensor> reading, boolean last) {
    double[] read = reading.apply(Tensor.arange(x.numel()).reshape(x.shape())).flatten().toArray();
    Set<Double> seen = new HashSet<>();
    double[] mask = new double[read.length];
    for (int i = 0; i < read.length; i++) {
      int at = last ? read.length - 1 - i : i;
      mask[at] = seen.add(read[at]) ? 1 : 0;
    }
    Tensor y = reading.apply(x);
    return y.mul(Tensor.of(mask).reshape(y.shape()));
  }
}
