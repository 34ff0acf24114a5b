package org.gradus.tensor.internal.misconceptions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Amax;
import org.gradus.tensor.internal.ops.Amin;
import org.gradus.tensor.internal.ops.Folding;
import org.gradus.tensor.internal.ops.Max;
import org.gradus.tensor.internal.ops.Min;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about the largest and the smallest element. */
final class Extremes {
  private static final Side LARGEST =
      new Side("largest", Tensor::amax, Tensor::amin, x -> x.maximum(Tensor.zeros(x.shape())));
  private static final Side SMALLEST =
      new Side("smallest", Tensor::amin, Tensor::amax, x -> x.minimum(Tensor.zeros(x.shape())));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of(
          "max",
          withIndex(LARGEST, (draw, wrong) -> Max.sample(draw, overAll(wrong), along(wrong))),
          "min",
          withIndex(SMALLEST, (draw, wrong) -> Min.sample(draw, overAll(wrong), along(wrong))),
          "amax",
          shared(LARGEST, Amax::sample),
          "amin",
          shared(SMALLEST, Amin::sample));

  private Extremes() {}

  /**
   * The largest or the smallest element.
   *
   * @param word what it is called
   * @param right how it is computed
   * @param opposite the other extreme
   * @param begunWithZero what comes out of a loop that begins with 0 for its first extreme
   */
  private record Side(
      String word,
      Folding.Call right,
      Folding.Call opposite,
      UnaryOperator<Tensor> begunWithZero) {}

  private interface Sampler {
    Case of(Draw draw, Folding.Call application);
  }

  /** Where a tie along an axis goes to the first, whose index is a part of the result. */
  private static List<Misconception> withIndex(Side side, Sampler sampler) {
    List<Misconception> all = new ArrayList<>(common(side, sampler));
    all.add(
        tie(
            "tie shared along an axis",
            "Along an axis the index is a part of the result: the first of those that tie gets all.",
            side,
            sampler,
            fold -> fold.spread().mul(shares(fold))));
    return List.copyOf(all);
  }

  /** Where a tie is shared. */
  private static List<Misconception> shared(Side side, Sampler sampler) {
    List<Misconception> all = new ArrayList<>(common(side, sampler));
    all.add(
        tie(
            "first of a tie gets all",
            "Two elements that tie are alike: each gets half of the gradient.",
            side,
            sampler,
            fold -> fold.spread().mul(first(fold))));
    return List.copyOf(all);
  }

  private static List<Misconception> common(Side side, Sampler sampler) {
    String only = "Only the " + side.word() + " element moves y: ";
    return List.of(
        rule(
            "mask inverted",
            only + "it gets the gradient, and the others get 0.",
            side,
            sampler,
            fold -> fold.spread().mul(winners(fold).neg().add(1))),
        rule(
            "given to all",
            only + "it alone gets the gradient, not every element.",
            side,
            sampler,
            Fold::spread),
        rule(
            "equal shares",
            only + "it gets the whole gradient; ȳ/n for each belongs to the mean.",
            side,
            sampler,
            fold -> fold.spread().div(fold.n())),
        rule(
            "given to the first",
            only + "the gradient goes to where it stands, not to the front.",
            side,
            sampler,
            Fold::toFirst),
        rule(
            "value times cotangent",
            "The derivative of y by the " + side.word() + " element is 1, not the element itself.",
            side,
            sampler,
            fold -> fold.spread().mul(winners(fold)).mul(fold.x())),
        tie(
            "each of a tie in full",
            "Elements that tie do not get the whole gradient each: it would count twice.",
            side,
            sampler,
            fold -> fold.spread().mul(winners(fold))),
        tie(
            "last of a tie gets all",
            "A comparison with ≥ lets the last of those that tie win; the gradient is not all its own.",
            side,
            sampler,
            fold -> fold.spread().mul(last(fold))),
        line(
            "other extreme",
            "You compare the wrong way round: this is the other extreme.",
            sampler,
            side.opposite()),
        line(
            "begun with zero",
            "Begin with the first element: 0 need not be one of them.",
            sampler,
            (x, axes, keep) -> side.begunWithZero().apply(side.right().of(x, axes, keep))),
        line(
            "signs ignored",
            "Compare the elements with their signs: −3 is smaller than 2.",
            sampler,
            (x, axes, keep) -> side.right().of(x.abs(), axes, keep)));
  }

  private static Misconception line(
      String name, String sentence, Sampler sampler, Folding.Call wrong) {
    return Misconception.sampled(name, sentence, Symptom.VALUE, draw -> sampler.of(draw, wrong));
  }

  private static Misconception rule(
      String name, String sentence, Side side, Sampler sampler, Fold.Rule wrong) {
    return line(name, sentence, sampler, call(side, wrong)).shownBy(Symptom.GRADIENT);
  }

  private static Misconception tie(
      String name, String sentence, Side side, Sampler sampler, Fold.Rule wrong) {
    Folding.Call call = call(side, wrong);
    return Misconception.kink(
        name, sentence, draw -> sampler.of(draw, call), x -> call.of(x, new int[] {0}, false));
  }

  private static Folding.Call call(Side side, Fold.Rule wrong) {
    return (x, axes, keep) -> Fold.apply(x, axes, keep, side.right(), wrong);
  }

  private static UnaryOperator<Tensor> overAll(Folding.Call call) {
    return x -> call.of(x, IntStream.range(0, x.ndim()).toArray(), false);
  }

  private static org.gradus.tensor.internal.ops.Extremes.AlongAxis along(Folding.Call call) {
    return (x, axis, keep) -> call.of(x, new int[] {axis}, keep);
  }

  /** One for each element that equals the extreme of its line. */
  private static Tensor winners(Fold fold) {
    return fold.x().eq(fold.result());
  }

  private static Tensor shares(Fold fold) {
    Tensor winners = winners(fold);
    return winners.div(winners.sum(fold.axes(), true));
  }

  private static Tensor first(Fold fold) {
    return one(fold, i -> i);
  }

  private static Tensor last(Fold fold) {
    return one(fold, i -> fold.x().numel() - 1 - i);
  }

  /** One for a single winner of each line, the first that is met. */
  private static Tensor one(Fold fold, IntUnaryOperator order) {
    double[] winners = winners(fold).toArray();
    double[] lines =
        Tensor.arange(fold.y().numel())
            .reshape(fold.y().shape())
            .expand(fold.x().shape())
            .toArray();
    Set<Double> met = new HashSet<>();
    for (int i = 0; i < winners.length; i++) {
      int at = order.applyAsInt(i);
      winners[at] = winners[at] == 1 && met.add(lines[at]) ? 1 : 0;
    }
    return Tensor.of(winners).reshape(fold.x().shape());
  }
}
