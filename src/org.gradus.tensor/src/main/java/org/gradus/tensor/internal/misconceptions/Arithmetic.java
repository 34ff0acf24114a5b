package org.gradus.tensor.internal.misconceptions;

import static org.gradus.tensor.op.Misconception.line;
import static org.gradus.tensor.op.Misconception.lines;
import static org.gradus.tensor.op.Misconception.rule;
import static org.gradus.tensor.op.Misconception.rules;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about arithmetic, element by element. */
final class Arithmetic {
  private static final List<Misconception> ADD =
      List.of(
          rules(
              "second subtracted",
              "Both operands of a sum have the derivative 1; the minus belongs to a difference.",
              (x, y, yBar) -> pair(x, yBar, yBar.neg())),
          rules(
              "factors of a product",
              "The derivative of a + b by a is 1; the other operand is the one of a·b.",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(1)), yBar.mul(x.get(0)))),
          rules(
              "shared between the two",
              "Each operand gets all of ȳ; nothing is split.",
              (x, y, yBar) -> pair(x, yBar.mul(0.5), yBar.mul(0.5))),
          rules(
              "broadcast averaged",
              "An operand that was repeated gets the sum of its gradients, not their mean.",
              (x, y, yBar) -> averaged(x, yBar, yBar)),
          rules(
                  "broadcast not summed back",
                  "An operand that was repeated is used several times: add its gradients up, to its own shape.",
                  (x, y, yBar) -> List.of(yBar, yBar))
              .shownBy(Symptom.SHAPE),
          lines(
              "difference for sum",
              "You subtracted the operands: a + b adds them.",
              x -> x.get(0).sub(x.get(1))),
          lines(
              "product for sum",
              "You multiplied the operands: a + b adds them.",
              x -> x.get(0).mul(x.get(1))));

  private static final List<Misconception> SUB =
      List.of(
          rules(
              "no minus for the second",
              "a − b falls as b rises: the gradient of b is −ȳ.",
              (x, y, yBar) -> pair(x, yBar, yBar)),
          rules(
              "minus for the first",
              "a − b rises as a rises: the gradient of a is ȳ; the minus belongs to b.",
              (x, y, yBar) -> pair(x, yBar.neg(), yBar)),
          rules(
              "difference as a factor",
              "The derivative of a − b by a is 1, whatever the values are.",
              (x, y, yBar) -> pair(x, yBar.mul(y), yBar.mul(y).neg())),
          rules(
              "broadcast averaged",
              "An operand that was repeated gets the sum of its gradients, not their mean.",
              (x, y, yBar) -> averaged(x, yBar, yBar.neg())),
          rules(
                  "broadcast not summed back",
                  "An operand that was repeated is used several times: add its gradients up, to its own shape.",
                  (x, y, yBar) -> List.of(yBar, yBar.neg()))
              .shownBy(Symptom.SHAPE),
          lines(
              "order of the operands",
              "a − b and b − a differ in sign: the first operand is the one to subtract from.",
              x -> x.get(1).sub(x.get(0))),
          lines(
              "sum for difference",
              "You added the operands: a − b subtracts the second.",
              x -> x.get(0).add(x.get(1))),
          lines(
              "distance for difference",
              "|a − b| is never negative; a − b may be.",
              x -> x.get(0).sub(x.get(1)).abs()));

  private static final List<Misconception> MUL =
      List.of(
          rules(
              "own factor",
              "The derivative of a·b by a is b, the other one: you used the operand itself.",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(0)), yBar.mul(x.get(1)))),
          rules(
              "derivatives multiplied",
              "The derivatives of both factors are 1, but (a·b)′ is not their product: a gets b and b gets a.",
              (x, y, yBar) -> pair(x, yBar, yBar)),
          rules(
              "result as a factor",
              "y = a·b still holds a: the derivative by a is b alone.",
              (x, y, yBar) -> pair(x, yBar.mul(y), yBar.mul(y))),
          rules(
              "second held constant",
              "b is a variable too: its gradient is ȳ·a.",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(1)), yBar.mul(0))),
          rules(
              "minus for the second",
              "The rule of the product has a plus: the gradient of b is ȳ·a.",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(1)), yBar.mul(x.get(0)).neg())),
          rules(
              "broadcast averaged",
              "An operand that was repeated gets the sum of its gradients, not their mean.",
              (x, y, yBar) -> averaged(x, yBar.mul(x.get(1)), yBar.mul(x.get(0)))),
          rules(
                  "broadcast not summed back",
                  "An operand that was repeated is used several times: add its gradients up, to its own shape.",
                  (x, y, yBar) -> List.of(yBar.mul(x.get(1)), yBar.mul(x.get(0))))
              .shownBy(Symptom.SHAPE),
          lines(
              "quotient for product",
              "You divided the operands: a·b multiplies them.",
              x -> x.get(0).div(x.get(1))));

  private static final List<Misconception> DIV =
      List.of(
          rules(
              "minus forgotten",
              "a/b falls as b grows: the gradient of b is −ȳ·a/b².",
              (x, y, yBar) ->
                  pair(x, yBar.div(x.get(1)), yBar.mul(x.get(0)).div(x.get(1).square()))),
          rules(
              "square forgotten",
              "The derivative of 1/b is −1/b²: the gradient of b divides by b twice.",
              (x, y, yBar) -> pair(x, yBar.div(x.get(1)), yBar.mul(x.get(0)).div(x.get(1)).neg())),
          rules(
              "numerator forgotten",
              "The derivative of a/b by b is −a/b², with a on top.",
              (x, y, yBar) -> pair(x, yBar.div(x.get(1)), yBar.div(x.get(1).square()).neg())),
          rules(
              "multiplied for the first",
              "The derivative of a/b by a is 1/b: divide by b, do not multiply.",
              (x, y, yBar) ->
                  pair(x, yBar.mul(x.get(1)), yBar.mul(x.get(0)).div(x.get(1).square()).neg())),
          rules(
              "operands exchanged",
              "The gradients stand in the order of the operands: first that of the numerator.",
              (x, y, yBar) ->
                  pair(x, yBar.mul(x.get(0)).div(x.get(1).square()).neg(), yBar.div(x.get(1)))),
          rules(
              "broadcast averaged",
              "An operand that was repeated gets the sum of its gradients, not their mean.",
              (x, y, yBar) ->
                  averaged(x, yBar.div(x.get(1)), yBar.mul(x.get(0)).div(x.get(1).square()).neg())),
          rules(
                  "broadcast not summed back",
                  "An operand that was repeated is used several times: add its gradients up, to its own shape.",
                  (x, y, yBar) ->
                      List.of(yBar.div(x.get(1)), yBar.mul(x.get(0)).div(x.get(1).square()).neg()))
              .shownBy(Symptom.SHAPE),
          lines(
              "upside down",
              "a/b has the first operand on top and divides by the second.",
              x -> x.get(1).div(x.get(0))),
          lines(
              "remainder dropped",
              "a/b keeps its fraction; whole numbers alone are for integer division.",
              x -> x.get(0).div(x.get(1)).floor()));

  private static final List<Misconception> NEG =
      List.of(
          rule("minus forgotten", "−x falls as x rises: the gradient is −ȳ.", (x, y, yBar) -> yBar),
          rule(
              "operand as a factor",
              "The derivative of −x is −1, whatever x is.",
              (x, y, yBar) -> yBar.mul(x).neg()),
          rule(
              "size with a minus",
              "The gradient is −ȳ, which is positive where ȳ is negative.",
              (x, y, yBar) -> yBar.abs().neg()),
          line(
              "size negated",
              "−x of a negative number is positive; −|x| never is.",
              x -> x.abs().neg()),
          line(
              "reciprocal for negative",
              "−x changes the sign; 1/x is the reciprocal.",
              x -> x.reciprocal()));

  private static final List<Misconception> RECIPROCAL =
      List.of(
          rule(
              "minus forgotten",
              "1/x falls as x grows: the derivative is −1/x².",
              (x, y, yBar) -> yBar.mul(y).mul(y)),
          rule(
              "square forgotten",
              "The derivative of 1/x is −1/x²; the power −1 becomes −2.",
              (x, y, yBar) -> yBar.mul(y).neg()),
          rule(
              "logarithm",
              "1/x is the derivative of ln x; that of 1/x is −1/x².",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "exponent counted up",
              "The exponent −1 is lowered by one, to −2; you raised it.",
              (x, y, yBar) -> yBar.neg()),
          rule(
              "derivative at the result",
              "Take −1/x² at x, not at y = 1/x.",
              (x, y, yBar) -> yBar.div(y.square()).neg()),
          line(
              "negative for reciprocal",
              "1/x is the reciprocal; −x changes the sign.",
              x -> x.neg()));

  private static final List<Misconception> SQUARE =
      List.of(
          rule(
              "factor two forgotten on one side",
              "x·x is a product: each of its two factors brings one x.",
              (x, y, yBar) -> yBar.mul(x)),
          rule(
              "exponent kept",
              "The derivative of x² is 2x: the exponent comes down, and is lowered by one.",
              (x, y, yBar) -> yBar.mul(x.square()).mul(2)),
          rule(
              "size of the operand",
              "The derivative 2x is negative for negative x.",
              (x, y, yBar) -> yBar.mul(x.abs()).mul(2)),
          rule(
              "antiderivative",
              "x³/3 is what has the derivative x²; you went the wrong way.",
              (x, y, yBar) -> yBar.mul(x.pow(3)).div(3)),
          line("doubled", "x² multiplies x with itself: x·x, not 2·x.", x -> x.mul(2)),
          line("cube for square", "x² has two factors; you multiplied three.", x -> x.pow(3)),
          rule(
              "derivative at the result",
              "2x is taken at x, not at y = x².",
              (x, y, yBar) -> yBar.mul(y).mul(2).mul(x.sign())));

  private static final List<Misconception> POW =
      List.of(
          rules(
              "exponent not lowered",
              "The derivative of aᵇ by a is b·aᵇ⁻¹: the exponent is lowered by one.",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(1)).mul(y), yBar.mul(y).mul(x.get(0).log()))),
          rules(
              "exponent as base",
              "The derivative by the exponent is aᵇ·ln a, with the logarithm of the base.",
              (x, y, yBar) ->
                  pair(
                      x, yBar.mul(x.get(1)).mul(y).div(x.get(0)), yBar.mul(y).mul(x.get(1).log()))),
          rules(
              "no logarithm",
              "By the exponent, aᵇ is an exponential: its derivative is aᵇ·ln a.",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(1)).mul(y).div(x.get(0)), yBar.mul(y))),
          rules(
              "rule of the power for both",
              "b·aᵇ⁻¹ is the derivative by the base; by the exponent it is aᵇ·ln a.",
              (x, y, yBar) ->
                  pair(
                      x,
                      yBar.mul(x.get(1)).mul(y).div(x.get(0)),
                      yBar.mul(x.get(1)).mul(y).div(x.get(0)))),
          rules(
              "exponent held constant",
              "The exponent is a variable too: its gradient is ȳ·aᵇ·ln a.",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(1)).mul(y).div(x.get(0)), yBar.mul(0))),
          lines(
              "base and exponent exchanged",
              "aᵇ has the base first and the exponent second.",
              x -> x.get(1).abs().pow(x.get(0))),
          lines(
              "product for power",
              "aᵇ multiplies a with itself; a·b is something else.",
              x -> x.get(0).mul(x.get(1))));

  private static final List<Misconception> POW_CONSTANT =
      List.of(
          rule(
              "exponent as it is",
              "The derivative of xⁿ is n·xⁿ⁻¹: lower the exponent by one.",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "no factor",
              "The exponent comes down as a factor: n·xⁿ⁻¹.",
              (x, y, yBar) -> yBar.mul(y).div(x)),
          rule(
              "rule of the square",
              "2x is right for n = 2 alone; the rule for any n is n·xⁿ⁻¹.",
              (x, y, yBar) -> yBar.mul(x).mul(2)),
          rule(
              "exponential",
              "xⁿ·ln x is the derivative by the exponent; by x it is n·xⁿ⁻¹.",
              (x, y, yBar) -> yBar.mul(y).mul(x.abs().log())),
          line(
              "always the square",
              "The exponent is given; it is 2 by chance only.",
              x -> x.square()));

  private static final List<Misconception> ABS =
      List.of(
          rule(
              "passes everywhere",
              "|x| falls where x is negative: the gradient there is −ȳ.",
              (x, y, yBar) -> yBar),
          rule(
              "zero on the left",
              "On the left the slope of |x| is −1; zero is that of relu.",
              (x, y, yBar) -> yBar.mul(positive(x))),
          rule(
              "operand as a factor",
              "The derivative of |x| is the sign of x, not x.",
              (x, y, yBar) -> yBar.mul(x)),
          rule(
              "result as a factor",
              "The derivative of |x| is the sign of x, not |x|.",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "wrong way round",
              "The slope of |x| is 1 on the right and −1 on the left.",
              (x, y, yBar) -> yBar.mul(x.sign()).neg()),
          rule(
                  "one at zero",
                  "At zero the declared gradient is 0, the subgradient of smallest norm.",
                  (x, y, yBar) -> yBar.mul(x.ge(Tensor.scalar(0)).mul(2).sub(1)))
              .shownBy(Symptom.KINK),
          line(
              "negative part lost",
              "|x| turns negative numbers around; relu sets them to zero.",
              x -> x.relu()));

  private static final List<Misconception> CLONE =
      List.of(
          rule(
              "halved",
              "A copy has the derivative 1: nothing is lost on the way.",
              (x, y, yBar) -> yBar.mul(0.75)),
          rule(
              "operand as a factor",
              "y = x has the derivative 1, whatever x is.",
              (x, y, yBar) -> yBar.mul(x)),
          rule(
              "turned around",
              "Element i of the copy belongs to element i of the operand.",
              (x, y, yBar) -> yBar.flatten().flip(0).reshape(x.shape())),
          rule(
              "size of the cotangent given back",
              "ȳ goes through as it is, with its sign.",
              (x, y, yBar) -> yBar.abs()),
          line(
              "rounded",
              "A copy keeps every digit: nothing is rounded.",
              x -> x.mul(10).round().div(10)),
          line(
              "same everywhere",
              "A copy has each element, not the mean of all.",
              x -> x.mean().expand(x.shape())));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("add", ADD),
          Map.entry("sub", SUB),
          Map.entry("mul", MUL),
          Map.entry("div", DIV),
          Map.entry("neg", NEG),
          Map.entry("reciprocal", RECIPROCAL),
          Map.entry("square", SQUARE),
          Map.entry("pow", POW),
          Map.entry("pow-constant", POW_CONSTANT),
          Map.entry("abs", ABS),
          Map.entry("clone", CLONE));

  private Arithmetic() {}

  /** Gradients of two operands, each summed back to its shape. */
  private static List<Tensor> pair(List<Tensor> x, Tensor first, Tensor second) {
    return List.of(first.sumTo(x.get(0).shape()), second.sumTo(x.get(1).shape()));
  }

  private static List<Tensor> averaged(List<Tensor> x, Tensor first, Tensor second) {
    return List.of(averaged(x.get(0), first), averaged(x.get(1), second));
  }

  private static Tensor averaged(Tensor x, Tensor gradient) {
    double repeated = (double) gradient.numel() / Math.max(x.numel(), 1);
    return gradient.sumTo(x.shape()).div(Math.max(repeated, 1));
  }

  private static Tensor positive(Tensor x) {
    return x.gt(Tensor.scalar(0));
  }
}
