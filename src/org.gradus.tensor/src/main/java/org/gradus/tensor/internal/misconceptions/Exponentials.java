package org.gradus.tensor.internal.misconceptions;

import static org.gradus.tensor.op.Misconception.line;
import static org.gradus.tensor.op.Misconception.rule;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.op.Misconception;

/** Mistakes about exponentials, logarithms and roots. */
final class Exponentials {
  private static final List<Misconception> EXP =
      List.of(
          rule(
              "rule of the power",
              "x·eˣ⁻¹ treats x as an exponent that comes down; eˣ is its own derivative.",
              (x, y, yBar) -> yBar.mul(x).mul(y)),
          rule(
              "derivative at the result",
              "Take eˣ at x: y is already eˣ, do not apply exp again.",
              (x, y, yBar) -> yBar.mul(y.exp())),
          rule(
              "logarithm",
              "1/x is the derivative of ln x; that of eˣ is eˣ.",
              (x, y, yBar) -> yBar.div(x)),
          rule(
              "one",
              "The slope of eˣ is 1 at zero alone; elsewhere it is eˣ.",
              (x, y, yBar) -> yBar.mul(1)),
          rule(
              "operand as a factor",
              "The derivative is y = eˣ, not x.",
              (x, y, yBar) -> yBar.mul(x)),
          line(
              "power of two",
              "The base of the exponential is e = 2.718…, not 2.",
              x -> x.mul(Math.log(2)).exp()),
          line("one subtracted", "eˣ − 1 is expm1; exp is 1 at zero.", x -> x.expm1()));

  private static final List<Misconception> LOG =
      List.of(
          rule(
              "derivative at the result",
              "The rule divides by the operand x, not by y = ln x.",
              (x, y, yBar) -> yBar.div(y)),
          rule(
              "reciprocal of the square",
              "The derivative of ln x is 1/x; −1/x² is that of 1/x.",
              (x, y, yBar) -> yBar.div(x.square())),
          rule(
              "exponential",
              "eˣ is the inverse of ln x, not its derivative.",
              (x, y, yBar) -> yBar.mul(x.exp())),
          rule(
              "multiplied",
              "The derivative is 1/x: divide by x, do not multiply.",
              (x, y, yBar) -> yBar.mul(x)),
          rule(
              "base ten",
              "ln has the base e: no factor ln 10.",
              (x, y, yBar) -> yBar.div(x).div(Math.log(10))),
          line(
              "base ten for e",
              "log is the natural logarithm; log10 has the base ten.",
              x -> x.log10()),
          line("base two", "log is the natural logarithm; log2 has the base two.", x -> x.log2()),
          line(
              "one added",
              "The logarithm of x itself was asked for; log1p adds one first.",
              x -> x.log1p()));

  private static final List<Misconception> LOG2 =
      List.of(
          rule(
              "factor of the base forgotten",
              "log₂x = ln x/ln 2: the derivative is 1/(x·ln 2).",
              (x, y, yBar) -> yBar.div(x)),
          rule(
              "multiplied by ln 2",
              "The factor ln 2 stands below: 1/(x·ln 2).",
              (x, y, yBar) -> yBar.div(x).mul(Math.log(2))),
          rule(
              "base as a factor",
              "The factor is ln 2 = 0.69…, not 2.",
              (x, y, yBar) -> yBar.div(x.mul(2))),
          rule(
              "derivative at the result",
              "The rule divides by the operand x, not by y = log₂x.",
              (x, y, yBar) -> yBar.div(y).div(Math.log(2))),
          line(
              "natural logarithm",
              "log2 has the base two; log is the natural logarithm.",
              x -> x.log()),
          line("base ten", "log2 has the base two; log10 has the base ten.", x -> x.log10()));

  private static final List<Misconception> LOG10 =
      List.of(
          rule(
              "factor of the base forgotten",
              "log₁₀x = ln x/ln 10: the derivative is 1/(x·ln 10).",
              (x, y, yBar) -> yBar.div(x)),
          rule(
              "multiplied by ln 10",
              "ln 10 stands below: 1/(x·ln 10).",
              (x, y, yBar) -> yBar.div(x).mul(Math.log(10))),
          rule(
              "base as a factor",
              "The factor is ln 10 = 2.30…, not 10.",
              (x, y, yBar) -> yBar.div(x.mul(10))),
          rule(
              "derivative at the result",
              "Divide by x, not by y = log₁₀x.",
              (x, y, yBar) -> yBar.div(y).div(Math.log(10))),
          line(
              "natural logarithm",
              "log10 has the base ten; log is the natural logarithm.",
              x -> x.log()),
          line("base two", "log10 has the base ten; log2 has the base two.", x -> x.log2()));

  private static final List<Misconception> LOG1P =
      List.of(
          rule(
              "one forgotten",
              "The derivative of ln(1 + x) is 1/(1 + x): keep the one.",
              (x, y, yBar) -> yBar.div(x)),
          rule(
              "one subtracted",
              "Inside stands 1 + x, so the derivative divides by 1 + x.",
              (x, y, yBar) -> yBar.div(x.neg().add(1))),
          rule(
              "derivative at the result",
              "The rule divides by 1 + x, with the operand, not by 1 + y.",
              (x, y, yBar) -> yBar.div(y.add(1))),
          rule(
              "inverse for derivative",
              "expm1 is the inverse of log1p, not its derivative.",
              (x, y, yBar) -> yBar.mul(x.expm1())),
          rule(
              "reciprocal of the square",
              "The derivative is 1/(1 + x), without a square.",
              (x, y, yBar) -> yBar.div(x.add(1).square())),
          line(
              "one forgotten in the value",
              "log1p adds one inside: ln(1 + x), zero at zero.",
              x -> x.abs().add(0.1).log()),
          line(
              "one outside",
              "The one is added inside the logarithm: ln(1 + x), not 1 + ln x.",
              x -> x.add(1).log().add(1)));

  private static final List<Misconception> EXPM1 =
      List.of(
          rule(
              "one subtracted from the derivative",
              "The constant −1 has no derivative: (eˣ − 1)′ = eˣ, which is y + 1.",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "two added",
              "y = eˣ − 1, so eˣ is y + 1, not y + 2.",
              (x, y, yBar) -> yBar.mul(y.add(2))),
          rule(
              "derivative at the result",
              "The exponential is taken at the operand x, not at the result y.",
              (x, y, yBar) -> yBar.mul(y.exp())),
          rule(
              "rule of the power",
              "The exponent of eˣ does not come down.",
              (x, y, yBar) -> yBar.mul(x).mul(x.exp())),
          line("nothing subtracted", "expm1 x is eˣ − 1: zero at zero.", x -> x.exp()),
          line(
              "subtracted in the exponent",
              "The one is subtracted after the exponential: eˣ − 1, not eˣ⁻¹.",
              x -> x.sub(1).exp()));

  private static final List<Misconception> SQRT =
      List.of(
          rule(
              "two forgotten",
              "√x = x^½: the ½ comes down, 1/(2·√x).",
              (x, y, yBar) -> yBar.div(y)),
          rule(
              "derivative at the operand",
              "1/(2·√x) divides by the root, not by x.",
              (x, y, yBar) -> yBar.div(x.mul(2))),
          rule(
              "root above", "The root stands below: 1/(2·√x).", (x, y, yBar) -> yBar.mul(y).div(2)),
          rule(
              "root of the root",
              "Divide by y = √x; do not take the root again.",
              (x, y, yBar) -> yBar.div(y.sqrt().mul(2))),
          rule(
              "inverse for derivative",
              "Squaring undoes the root; the derivative is 1/(2·√x).",
              (x, y, yBar) -> yBar.mul(x).mul(2)),
          line("half for root", "√x is what squared gives x; x/2 is half of it.", x -> x.div(2)),
          line("square for root", "√x is what squared gives x; you squared.", x -> x.square()));

  private static final List<Misconception> RSQRT =
      List.of(
          rule(
              "minus forgotten",
              "1/√x falls as x grows: the derivative is −y³/2.",
              (x, y, yBar) -> yBar.mul(y.pow(3)).div(2)),
          rule(
              "one half forgotten",
              "The exponent −½ comes down as a factor: −½·x^(−3/2).",
              (x, y, yBar) -> yBar.mul(y.pow(3)).neg()),
          rule(
              "exponent counted up",
              "The exponent is lowered by one: −½ − 1 is −3/2, not ½.",
              (x, y, yBar) -> yBar.div(y).div(-2)),
          rule(
              "derivative of the root",
              "1/(2·√x) belongs to √x; here the root stands below.",
              (x, y, yBar) -> yBar.mul(y).div(2)),
          rule(
              "square for cube",
              "With y = x^(−½), the power x^(−3/2) is y³, not y².",
              (x, y, yBar) -> yBar.mul(y.square()).div(-2)),
          line("root for its reciprocal", "rsqrt is 1/√x; you returned √x.", x -> x.sqrt()),
          line("reciprocal without root", "rsqrt is 1/√x; you returned 1/x.", x -> x.reciprocal()));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("exp", EXP),
          Map.entry("log", LOG),
          Map.entry("log2", LOG2),
          Map.entry("log10", LOG10),
          Map.entry("log1p", LOG1P),
          Map.entry("expm1", EXPM1),
          Map.entry("sqrt", SQRT),
          Map.entry("rsqrt", RSQRT));

  private Exponentials() {}
}
