package org.gradus.tensor.internal.misconceptions;

import static org.gradus.tensor.op.Misconception.line;
import static org.gradus.tensor.op.Misconception.lines;
import static org.gradus.tensor.op.Misconception.rule;
import static org.gradus.tensor.op.Misconception.rules;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about functions made of pieces, and choices. */
final class Pieces {
  private static final List<Misconception> SIGN =
      List.of(
          rule(
              "straight through",
              "sign is constant on both sides of zero: its gradient is 0, even where that is a pity.",
              (x, y, yBar) -> yBar.mul(2)),
          rule(
              "operand as gradient",
              "sign is constant on both sides of zero: its gradient is 0, not x.",
              (x, y, yBar) -> yBar.add(yBar.mul(x))),
          rule(
              "straight through near zero",
              "A gradient of 1 within |x| < 1 is a trick of binary networks; the derivative is 0.",
              (x, y, yBar) -> yBar.mul(x.abs().lt(Tensor.scalar(1)).add(1))),
          line(
              "zero for negative",
              "sign of a negative number is −1, not 0.",
              x -> x.add(x.gt(Tensor.scalar(0)))),
          line("size for sign", "sign keeps the sign alone, not the size.", x -> x.add(x)),
          line(
              "wrong way round",
              "sign is 1 where x is positive and −1 where it is negative.",
              x -> x.add(x.sign().neg())),
          line(
              "tanh for sign",
              "sign jumps; tanh runs smoothly from −1 to 1.",
              x -> x.add(x.tanh())));

  private static final List<Misconception> ROUND =
      List.of(
          rule(
              "straight through",
              "round is constant between its jumps: its gradient is 0, even where that is a pity.",
              (x, y, yBar) -> yBar.mul(2)),
          rule(
              "fraction as gradient",
              "round is constant between its jumps: its gradient is 0.",
              (x, y, yBar) -> yBar.add(yBar.mul(x.sub(x.round())))),
          rule(
              "sign as gradient",
              "round is constant between its jumps: its gradient is 0.",
              (x, y, yBar) -> yBar.add(yBar.mul(x.sign()))),
          line(
              "down for near",
              "round takes the nearest whole number; floor takes the one below.",
              x -> x.add(x.floor())),
          line(
              "up for near",
              "round takes the nearest whole number, not the one above.",
              x -> x.add(x.neg().floor().neg())),
          line(
              "toward zero",
              "Cutting off the digits is no rounding: 1.7 is near 2.",
              x -> x.add(x.abs().floor().mul(x.sign()))),
          line("not at all", "You returned x itself, with its fraction.", x -> x.add(x)));

  private static final List<Misconception> FLOOR =
      List.of(
          rule(
              "straight through",
              "floor is constant between its jumps: its gradient is 0, even where that is a pity.",
              (x, y, yBar) -> yBar.mul(2)),
          rule(
              "fraction as gradient",
              "floor is constant between its jumps: its gradient is 0.",
              (x, y, yBar) -> yBar.add(yBar.mul(x.sub(x.floor())))),
          rule(
              "sign as gradient",
              "floor is constant between its jumps: its gradient is 0.",
              (x, y, yBar) -> yBar.add(yBar.mul(x.sign()))),
          line(
              "toward zero",
              "⌊−1.5⌋ is −2: down, not toward zero.",
              x -> x.add(x.abs().floor().mul(x.sign()))),
          line(
              "nearest",
              "floor takes the whole number below; round takes the nearest.",
              x -> x.add(x.round())),
          line(
              "up",
              "floor goes down to the next whole number; you went up.",
              x -> x.add(x.neg().floor().neg())),
          line(
              "fraction",
              "⌊x⌋ is the whole part; you returned the rest.",
              x -> x.add(x.sub(x.floor()))));

  private static final List<Misconception> CLAMP =
      List.of(
          rule(
              "passes everywhere",
              "Outside of the bounds the result stays, whatever x is: no gradient comes back.",
              (x, y, yBar) -> yBar),
          rule(
              "mask inverted",
              "The gradient passes between the bounds; you let it through outside.",
              (x, y, yBar) -> yBar.mul(x.eq(y).neg().add(1))),
          rule(
              "result as a factor",
              "Between the bounds the slope is 1, not y.",
              (x, y, yBar) -> yBar.mul(y).mul(x.eq(y))),
          rule(
              "upper bound alone",
              "The lower bound stops the gradient as the upper one does.",
              (x, y, yBar) -> yBar.mul(x.le(y))),
          rule(
              "lower bound alone",
              "The upper bound stops the gradient as the lower one does.",
              (x, y, yBar) -> yBar.mul(x.ge(y))),
          rule(
              "sign of the excess",
              "Outside of the bounds the gradient is 0, not the side on which x lies.",
              (x, y, yBar) -> yBar.mul(x.eq(y).add(x.sub(y).sign()))),
          line(
              "not at all",
              "Values outside of the bounds are moved to the nearest bound.",
              x -> x.mul(1)),
          line(
              "always to ±1",
              "The bounds are given with the call; do not assume −1 and 1.",
              x -> x.clamp(-1, 1)));

  private static final List<Misconception> MAXIMUM =
      extreme("larger", "smaller", "maximum", Tensor::gt, Tensor::maximum, Tensor::minimum);

  private static final List<Misconception> MINIMUM =
      extreme("smaller", "larger", "minimum", Tensor::lt, Tensor::minimum, Tensor::maximum);

  private static final List<Misconception> WHERE =
      List.of(
          rules(
              "all to the first",
              "Each element goes back to the branch it came from.",
              (x, y, yBar) -> pair(x, yBar, yBar.mul(0))),
          rules(
              "all to both",
              "An element comes from one branch alone; the other one gets 0 there.",
              (x, y, yBar) -> pair(x, yBar, yBar)),
          rules(
              "values compared",
              "The condition chooses, not which value is the larger.",
              (x, y, yBar) ->
                  pair(x, yBar.mul(x.get(0).ge(x.get(1))), yBar.mul(x.get(0).lt(x.get(1))))),
          rules(
              "shared between the two",
              "Each element comes whole from one branch: nothing is halved.",
              (x, y, yBar) -> pair(x, yBar.mul(0.5), yBar.mul(0.5))),
          lines(
              "first alone",
              "Where the condition is zero the second value was asked for.",
              x -> x.get(0).add(x.get(1).mul(0))),
          lines(
              "second alone",
              "Where the condition is not zero the first value was asked for.",
              x -> x.get(1).add(x.get(0).mul(0))),
          lines(
              "larger one",
              "The condition chooses, not which value is the larger.",
              x -> x.get(0).maximum(x.get(1))));

  private static final List<Misconception> MASKED_FILL =
      List.of(
          rule(
              "passes everywhere",
              "A filled element no longer depends on x: no gradient comes back.",
              (x, y, yBar) -> yBar.sumTo(x.shape())),
          rule(
              "result as a factor",
              "Where x stays the slope is 1, not x.",
              (x, y, yBar) -> yBar.mul(y).sumTo(x.shape())),
          rule(
              "nonzero alone",
              "The mask decides, not whether y is positive.",
              (x, y, yBar) -> yBar.mul(y.gt(Tensor.scalar(0))).sumTo(x.shape())),
          rule(
              "half",
              "Where x stays all of ȳ comes back.",
              (x, y, yBar) -> yBar.mul(0.5).sumTo(x.shape())),
          rule(
              "fill value as gradient",
              "A constant has no gradient: nothing comes back where it was filled in.",
              (x, y, yBar) -> yBar.mul(y.sign().abs()).sumTo(x.shape()).mul(1.5)),
          line("not at all", "Elements under the mask are replaced by the value.", x -> x.mul(1)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("sign", SIGN),
          Map.entry("round", ROUND),
          Map.entry("floor", FLOOR),
          Map.entry("clamp", CLAMP),
          Map.entry("maximum", MAXIMUM),
          Map.entry("minimum", MINIMUM),
          Map.entry("where", WHERE),
          Map.entry("maskedFill", MASKED_FILL));

  private Pieces() {}

  /**
   * Mistakes about the larger or the smaller of two numbers.
   *
   * @param word which one is taken, and {@code other} which one is not
   * @param name of the operation
   * @param wins 1 where the first operand is the one and there is no tie, else 0
   * @param right the operation, and {@code opposite} that of the other one
   */
  private static List<Misconception> extreme(
      String word,
      String other,
      String name,
      BinaryOperator<Tensor> wins,
      BinaryOperator<Tensor> right,
      BinaryOperator<Tensor> opposite) {
    BinaryOperator<Tensor> winsOrTies = (a, b) -> wins.apply(b, a).neg().add(1);
    return List.of(
        rules(
            other + " one",
            "The gradient goes to the " + word + " operand; you gave it to the " + other + ".",
            (x, y, yBar) ->
                shares(x, yBar, wins.apply(x.get(1), x.get(0)), wins.apply(x.get(0), x.get(1)))),
        rules(
            "both in full",
            "Only the " + word + " operand moves the " + name + "; the other gets 0.",
            (x, y, yBar) -> pair(x, yBar, yBar)),
        rules(
            "shared between the two",
            "Half to each is for ties; else the " + word + " gets all of ȳ.",
            (x, y, yBar) -> pair(x, yBar.mul(0.5), yBar.mul(0.5))),
        rules(
                "first at a tie",
                "At a tie each gets ȳ/2, the subgradient of smallest norm.",
                (x, y, yBar) ->
                    shares(
                        x,
                        yBar,
                        winsOrTies.apply(x.get(0), x.get(1)),
                        wins.apply(x.get(1), x.get(0))))
            .shownBy(Symptom.KINK),
        rules(
                "both at a tie",
                "At a tie each gets ȳ/2; ȳ for both counts it twice.",
                (x, y, yBar) ->
                    shares(
                        x,
                        yBar,
                        winsOrTies.apply(x.get(0), x.get(1)),
                        winsOrTies.apply(x.get(1), x.get(0))))
            .shownBy(Symptom.KINK),
        rules(
                "none at a tie",
                "At a tie each gets ȳ/2; where neither is the " + word + " the gradient is lost.",
                (x, y, yBar) ->
                    shares(x, yBar, wins.apply(x.get(0), x.get(1)), wins.apply(x.get(1), x.get(0))))
            .shownBy(Symptom.KINK),
        lines(
            "the other one",
            "The " + word + " of the two was asked for.",
            x -> opposite.apply(x.get(0), x.get(1))),
        lines(
            "sum",
            "The " + name + " picks one of the two; you added them.",
            x -> x.get(0).add(x.get(1))),
        lines(
            "sizes compared",
            "−3 is smaller than 2: compare the numbers, not their sizes.",
            x -> right.apply(x.get(0).abs(), x.get(1).abs())));
  }

  private static List<Tensor> shares(List<Tensor> x, Tensor yBar, Tensor first, Tensor second) {
    return pair(x, yBar.mul(first), yBar.mul(second));
  }

  /** Gradients of two operands, each summed back to its shape. */
  private static List<Tensor> pair(List<Tensor> x, Tensor first, Tensor second) {
    return List.of(first.sumTo(x.get(0).shape()), second.sumTo(x.get(1).shape()));
  }
}
