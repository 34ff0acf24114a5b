package org.gradus.tensor.internal.misconceptions;

import static org.gradus.tensor.op.Misconception.line;
import static org.gradus.tensor.op.Misconception.lines;
import static org.gradus.tensor.op.Misconception.rule;
import static org.gradus.tensor.op.Misconception.rules;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;

/** Mistakes about sines, arcs and other bounded functions. */
final class Waves {
  private static final List<Misconception> SIN =
      List.of(
          rule(
              "minus sine",
              "The derivative of sin is cos; −sin is its second derivative.",
              (x, y, yBar) -> yBar.mul(x.sin()).neg()),
          rule("sine again", "The derivative of sin is cos, not sin.", (x, y, yBar) -> yBar.mul(y)),
          rule(
              "minus cosine",
              "sin rises at zero: its derivative is +cos x.",
              (x, y, yBar) -> yBar.mul(x.cos()).neg()),
          rule(
              "derivative at the result",
              "cos is taken at x, not at y = sin x.",
              (x, y, yBar) -> yBar.mul(y.cos())),
          rule(
              "positive root",
              "cos x = √(1 − sin²x) holds where cos x is positive alone.",
              (x, y, yBar) -> yBar.mul(y.square().neg().add(1).sqrt())),
          rule(
              "degrees",
              "Angles are in radians: no factor π/180.",
              (x, y, yBar) -> yBar.mul(x.cos()).mul(Math.PI / 180)),
          line(
              "degrees for radians",
              "Angles are in radians; you took them for degrees.",
              x -> x.mul(Math.PI / 180).sin()),
          line("cosine for sine", "sin 0 is 0; you returned the cosine.", x -> x.cos()));

  private static final List<Misconception> COS =
      List.of(
          rule(
              "minus forgotten",
              "cos falls from its top at zero: its derivative is −sin x.",
              (x, y, yBar) -> yBar.mul(x.sin())),
          rule(
              "cosine again",
              "The derivative of cos is −sin, not cos.",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "minus cosine",
              "−cos is the second derivative; the first is −sin.",
              (x, y, yBar) -> yBar.mul(y).neg()),
          rule(
              "derivative at the result",
              "−sin is taken at x, not at y = cos x.",
              (x, y, yBar) -> yBar.mul(y.sin()).neg()),
          rule(
              "degrees",
              "Angles are in radians: no factor π/180.",
              (x, y, yBar) -> yBar.mul(x.sin()).mul(-Math.PI / 180)),
          line(
              "degrees for radians",
              "Angles are in radians; you took them for degrees.",
              x -> x.mul(Math.PI / 180).cos()),
          line("sine for cosine", "cos 0 is 1; you returned the sine.", x -> x.sin()));

  private static final List<Misconception> ATAN =
      List.of(
          rule(
              "square forgotten",
              "The derivative of arctan is 1/(1 + x²), with a square.",
              (x, y, yBar) -> yBar.div(x.abs().add(1))),
          rule(
              "minus in the denominator",
              "1/(1 − x²) belongs to artanh; arctan has 1 + x².",
              (x, y, yBar) -> yBar.div(x.square().neg().add(1))),
          rule(
              "derivative of tan",
              "1/cos²x is the derivative of tan; arctan is its inverse.",
              (x, y, yBar) -> yBar.div(x.cos().square())),
          rule(
              "derivative at the result",
              "1/(1 + x²) is taken at x, not at y.",
              (x, y, yBar) -> yBar.div(y.square().add(1))),
          rule(
              "root in the denominator",
              "1/√(1 + x²) belongs to arsinh; arctan has no root.",
              (x, y, yBar) -> yBar.div(x.square().add(1).sqrt())),
          line(
              "reciprocal of tan",
              "arctan undoes tan; 1/tan is something else.",
              x -> x.cos().div(x.sin().add(3))),
          line(
              "tanh for arctan",
              "arctan ends at ±π/2; you returned tanh, which ends at ±1.",
              x -> x.tanh()));

  private static final List<Misconception> ATAN2 =
      List.of(
          rules(
              "operands exchanged",
              "The angle rises with the first operand: its gradient is ȳ·b/(a² + b²).",
              (x, y, yBar) ->
                  pair(
                      x,
                      yBar.mul(x.get(0)).neg().div(squares(x)),
                      yBar.mul(x.get(1)).div(squares(x)))),
          rules(
              "minus forgotten",
              "A larger second operand turns the angle back: its gradient is −ȳ·a/(a² + b²).",
              (x, y, yBar) ->
                  pair(x, yBar.mul(x.get(1)).div(squares(x)), yBar.mul(x.get(0)).div(squares(x)))),
          rules(
              "own operand as factor",
              "The derivative by a has b on top, and the other way round.",
              (x, y, yBar) ->
                  pair(
                      x,
                      yBar.mul(x.get(0)).div(squares(x)),
                      yBar.mul(x.get(1)).neg().div(squares(x)))),
          rules(
              "root in the denominator",
              "Divide by a² + b², not by its root.",
              (x, y, yBar) ->
                  pair(
                      x,
                      yBar.mul(x.get(1)).div(squares(x).sqrt()),
                      yBar.mul(x.get(0)).neg().div(squares(x).sqrt()))),
          rules(
              "denominator forgotten",
              "The angle turns slower far out: divide by a² + b².",
              (x, y, yBar) -> pair(x, yBar.mul(x.get(1)), yBar.mul(x.get(0)).neg())),
          lines(
              "quotient alone",
              "arctan(a/b) knows two quadrants of four; atan2 looks at the signs of both.",
              x -> x.get(0).div(x.get(1)).atan()),
          lines(
              "order of the operands",
              "atan2(a, b) is the angle with a upward and b to the right.",
              x -> x.get(1).atan2(x.get(0))));

  private static final List<Misconception> TANH =
      List.of(
          rule(
              "inner square forgotten",
              "The derivative of tanh is 1 − y², with a square.",
              (x, y, yBar) -> yBar.mul(y.neg().add(1))),
          rule(
              "rule of the sigmoid",
              "y·(1 − y) belongs to σ; tanh has 1 − y².",
              (x, y, yBar) -> yBar.mul(y).mul(y.neg().add(1))),
          rule(
              "square of the operand",
              "1 − y² is made of the result, not of the operand.",
              (x, y, yBar) -> yBar.mul(x.square().neg().add(1))),
          rule(
              "plus in the derivative",
              "1 + y² belongs to tan; tanh has a minus.",
              (x, y, yBar) -> yBar.mul(y.square().add(1))),
          rule(
              "derivative at the result",
              "tanh is applied once: 1 − y², not 1 − tanh²y.",
              (x, y, yBar) -> yBar.mul(y.tanh().square().neg().add(1))),
          line(
              "sigmoid for tanh",
              "tanh runs from −1 to 1; you returned σ, from 0 to 1.",
              x -> x.sigmoid()),
          line(
              "half the argument",
              "tanh x = 2σ(2x) − 1, with 2x inside.",
              x -> x.sigmoid().mul(2).sub(1)));

  private static final List<Misconception> ERF =
      List.of(
          rule(
              "factor forgotten",
              "The derivative is 2/√π·exp(−x²): keep the factor 2/√π.",
              (x, y, yBar) -> yBar.mul(x.square().neg().exp())),
          rule(
              "bell of the normal distribution",
              "exp(−x²/2)/√(2π) belongs to Φ; erf has 2/√π·exp(−x²).",
              (x, y, yBar) -> yBar.mul(x.square().div(-2).exp()).mul(1 / Math.sqrt(2 * Math.PI))),
          rule(
              "minus in the exponent forgotten",
              "The bell falls to both sides: exp(−x²).",
              (x, y, yBar) -> yBar.mul(x.square().exp()).mul(2 / Math.sqrt(Math.PI))),
          rule(
              "derivative at the result",
              "The bell is taken at x, not at y.",
              (x, y, yBar) -> yBar.mul(y.square().neg().exp()).mul(2 / Math.sqrt(Math.PI))),
          rule(
              "inner derivative too many",
              "−2x belongs to the derivative of the bell, the second one of erf.",
              (x, y, yBar) -> yBar.mul(x.square().neg().exp()).mul(x).mul(-4 / Math.sqrt(Math.PI))),
          line("tanh for erf", "tanh looks like erf and is another function.", x -> x.tanh()),
          line(
              "distribution for erf",
              "Φ(x) runs from 0 to 1; erf from −1 to 1.",
              x -> x.div(Math.sqrt(2)).erf().add(1).div(2)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("sin", SIN),
          Map.entry("cos", COS),
          Map.entry("atan", ATAN),
          Map.entry("atan2", ATAN2),
          Map.entry("tanh", TANH),
          Map.entry("erf", ERF));

  private Waves() {}

  /** Gradients of two operands, each summed back to its shape. */
  private static List<Tensor> pair(List<Tensor> x, Tensor first, Tensor second) {
    return List.of(first.sumTo(x.get(0).shape()), second.sumTo(x.get(1).shape()));
  }

  /** a² + b². */
  private static Tensor squares(List<Tensor> x) {
    return x.get(0).square().add(x.get(1).square());
  }
}
