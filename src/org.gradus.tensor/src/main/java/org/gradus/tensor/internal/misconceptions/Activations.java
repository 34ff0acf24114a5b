package org.gradus.tensor.internal.misconceptions;

import static org.gradus.tensor.op.Misconception.line;
import static org.gradus.tensor.op.Misconception.rule;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about activation functions. */
final class Activations {
  private static final List<Misconception> SIGMOID =
      List.of(
          rule(
              "inner derivative missing",
              "You multiply by σ(x) itself; the derivative is σ(x)·(1 − σ(x)).",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "complement alone",
              "1 − σ(x) is one factor of the derivative; σ(x) is the other.",
              (x, y, yBar) -> yBar.mul(y.neg().add(1))),
          rule(
              "derivative at the result",
              "The formula y·(1 − y) already holds y = σ(x): do not apply σ again.",
              (x, y, yBar) -> yBar.mul(y.sigmoid().mul(y.sigmoid().neg().add(1)))),
          rule(
              "derivative of tanh",
              "1 − y² belongs to tanh; for σ it is y·(1 − y).",
              (x, y, yBar) -> yBar.mul(y.square().neg().add(1))),
          rule(
              "plus in the derivative",
              "y·(1 + y) keeps growing; the factor is 1 − y.",
              (x, y, yBar) -> yBar.mul(y).mul(y.add(1))),
          line(
              "no minus in the exponent",
              "1/(1 + eˣ) falls from 1 to 0; σ(x) = 1/(1 + e⁻ˣ) rises.",
              x -> x.exp().add(1).reciprocal()),
          line(
              "tanh for sigmoid",
              "σ runs from 0 to 1; you returned tanh, from −1 to 1.",
              x -> x.tanh()));

  private static final List<Misconception> LOG_SIGMOID =
      List.of(
          rule(
              "probability itself",
              "The derivative of ln σ is 1 − σ(x), not σ(x).",
              (x, y, yBar) -> yBar.mul(x.sigmoid())),
          rule(
              "derivative of the sigmoid",
              "σ·(1 − σ) is that of σ; the logarithm divides by σ, and 1 − σ stays.",
              (x, y, yBar) -> yBar.mul(x.sigmoid().mul(x.sigmoid().neg().add(1)))),
          rule(
              "reciprocal alone",
              "1/σ is the outer derivative; multiply by σ′ = σ·(1 − σ).",
              (x, y, yBar) -> yBar.div(x.sigmoid())),
          rule(
              "derivative at the result",
              "1 − σ is taken at the operand x, not at the result y.",
              (x, y, yBar) -> yBar.mul(y.neg().sigmoid())),
          rule(
              "minus too many",
              "ln σ rises: its derivative 1 − σ(x) is positive.",
              (x, y, yBar) -> yBar.mul(x.neg().sigmoid()).neg()),
          line("no logarithm", "You returned σ(x); its logarithm was asked for.", x -> x.sigmoid()),
          line(
              "softplus",
              "ln σ(x) is −softplus(−x): both signs count.",
              x -> x.neg().exp().log1p()));

  private static final List<Misconception> SOFTPLUS =
      List.of(
          rule(
              "rule of relu",
              "The sigmoid is the derivative of softplus; a step is that of relu.",
              (x, y, yBar) -> yBar.mul(positive(x))),
          rule(
              "outer derivative alone",
              "1/(1 + eˣ) is the outer derivative; multiply by eˣ.",
              (x, y, yBar) -> yBar.mul(x.neg().sigmoid())),
          rule(
              "result as a factor",
              "The derivative is σ(β·x); the value y does not occur in it.",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "sigmoid of the result",
              "σ is taken at β·x, with the operand, not at the result y.",
              (x, y, yBar) -> yBar.mul(y.sigmoid())),
          rule(
              "derivative of the sigmoid",
              "σ·(1 − σ) is the second derivative of softplus.",
              (x, y, yBar) -> yBar.mul(x.sigmoid().mul(x.neg().sigmoid()))),
          line(
              "relu for softplus",
              "softplus is a relu with a rounded corner; you returned the sharp one.",
              x -> x.relu()),
          line("one forgotten", "ln(1 + eˣ): without the one it is x itself.", x -> x.mul(1)));

  private static final List<Misconception> SILU =
      List.of(
          rule(
              "second factor held constant",
              "x·σ(x) is a product: to σ(x) belongs x·σ(x)·(1 − σ(x)).",
              (x, y, yBar) -> yBar.mul(x.sigmoid())),
          rule(
              "first factor held constant",
              "x·σ(x) is a product: σ(x) itself is missing from your sum.",
              (x, y, yBar) -> yBar.mul(x.sigmoid().mul(x.neg().sigmoid())).mul(x)),
          rule(
              "derivatives multiplied",
              "The derivative of a product is no product of derivatives.",
              (x, y, yBar) -> yBar.mul(x.sigmoid().mul(x.neg().sigmoid()))),
          rule(
              "minus for plus",
              "The two terms of the product rule are added.",
              (x, y, yBar) -> yBar.mul(x.sigmoid().sub(x.mul(x.sigmoid()).mul(x.neg().sigmoid())))),
          line("sigmoid for silu", "silu is x·σ(x): the factor x is missing.", x -> x.sigmoid()),
          line(
              "relu for silu", "silu is smooth and goes below zero; relu does not.", x -> x.relu()),
          line(
              "sum for product",
              "silu multiplies x and σ(x); you added.",
              x -> x.add(x.sigmoid())));

  private static final List<Misconception> GELU =
      List.of(
          rule(
              "distribution alone",
              "x·Φ(x) is a product: to Φ(x) belongs x·φ(x).",
              (x, y, yBar) -> yBar.mul(normal(x))),
          rule(
              "density alone",
              "x·Φ(x) is a product: Φ(x) itself is missing from your sum.",
              (x, y, yBar) -> yBar.mul(density(x)).mul(x)),
          rule(
              "derivatives multiplied",
              "The derivative of a product is no product of derivatives.",
              (x, y, yBar) -> yBar.mul(density(x))),
          rule(
              "minus for plus",
              "The two terms of the product rule are added.",
              (x, y, yBar) -> yBar.mul(normal(x).sub(density(x).mul(x)))),
          line(
              "tanh for the distribution",
              "The formula with tanh is an approximation; gelu has erf.",
              x -> x.geluByTanh()),
          line(
              "sigmoid for the distribution",
              "x·σ(1.702·x) is a rough approximation; gelu has erf.",
              x -> x.mul(x.mul(1.702).sigmoid())),
          line(
              "root of two forgotten",
              "Φ(x) is (1 + erf(x/√2))/2: divide by √2 inside.",
              x -> x.mul(x.erf().add(1)).div(2)));

  private static final List<Misconception> GELU_BY_TANH =
      List.of(
          rule(
              "rule of the exact function",
              "The gradient belongs to the value: differentiate the formula with tanh.",
              (x, y, yBar) -> yBar.mul(normal(x).add(density(x).mul(x)))),
          rule(
              "first factor alone",
              "x·(1 + tanh u)/2 is a product: the derivative of tanh u is missing.",
              (x, y, yBar) -> yBar.mul(y).div(x)),
          rule(
              "sigmoid",
              "σ(1.702·x) is another approximation.",
              (x, y, yBar) -> yBar.mul(x.mul(1.702).sigmoid())),
          rule("half", "The gradient is not ȳ/2 but at zero.", (x, y, yBar) -> yBar.div(2)),
          line(
              "exact function",
              "You returned the function with erf; the approximation with tanh was asked for.",
              x -> x.gelu()),
          line(
              "cubic term forgotten",
              "Inside tanh stands √(2/π)·(x + 0.044715·x³).",
              x -> x.mul(x.mul(Math.sqrt(2 / Math.PI)).tanh().add(1)).div(2)));

  private static final List<Misconception> RELU =
      List.of(
          rule(
              "passes everywhere",
              "Where x is negative the result is 0, whatever x is: no gradient comes back.",
              (x, y, yBar) -> yBar),
          rule(
              "mask inverted",
              "The gradient passes where x is positive; you let it through where x is negative.",
              (x, y, yBar) -> yBar.mul(x.le(Tensor.scalar(0)))),
          rule(
              "operand as a factor",
              "Where x is positive the slope is 1, not x.",
              (x, y, yBar) -> yBar.mul(y)),
          rule(
              "minus on the left",
              "−ȳ on the left belongs to |x|; relu is flat there.",
              (x, y, yBar) -> yBar.mul(x.sign())),
          rule(
              "negative cotangents stopped",
              "The sign of x decides, not that of ȳ.",
              (x, y, yBar) -> yBar.mul(positive(x)).relu()),
          rule(
                  "one at zero",
                  "At zero the declared gradient is 0, the subgradient of smallest norm.",
                  (x, y, yBar) -> yBar.mul(x.ge(Tensor.scalar(0))))
              .shownBy(Symptom.KINK),
          rule(
                  "one half at zero",
                  "At zero the declared gradient is 0; ½ is another subgradient, and not the one agreed on.",
                  (x, y, yBar) -> yBar.mul(x.sign().add(1)).div(2))
              .shownBy(Symptom.KINK),
          line(
              "size for relu",
              "relu sets negative numbers to zero; |x| turns them around.",
              x -> x.abs()),
          line(
              "minimum for maximum",
              "relu is max(x, 0); you kept the negative numbers.",
              x -> x.neg().relu().neg()));

  private static final List<Misconception> LEAKY_RELU =
      List.of(
          rule(
              "zero on the left",
              "On the left the slope is s, not 0: that is what leaks.",
              (x, y, yBar) -> yBar.mul(positive(x))),
          rule("passes everywhere", "On the left the slope is s, not 1.", (x, y, yBar) -> yBar),
          rule(
              "branches exchanged",
              "The slope is 1 on the right and s on the left.",
              (x, y, yBar) -> yBar.mul(x.div(y))),
          rule(
              "minus on the left",
              "On the left the slope is s, with its own sign.",
              (x, y, yBar) -> yBar.mul(y.abs()).div(x)),
          rule(
              "result as a factor",
              "The derivative is 1 or s; the value y does not occur in it.",
              (x, y, yBar) -> yBar.mul(y)),
          line("relu", "On the left the value is s·x, not 0.", x -> x.relu()),
          line(
              "slope one hundredth",
              "The slope is given; 0.01 is its usual value only.",
              x -> x.leakyRelu(0.01)));

  private static final List<Misconception> ELU =
      List.of(
          rule(
              "zero on the left",
              "On the left the slope is α·eˣ, not 0: that belongs to relu.",
              (x, y, yBar) -> yBar.mul(positive(x))),
          rule("passes everywhere", "On the left the slope is α·eˣ, not 1.", (x, y, yBar) -> yBar),
          rule(
              "result on the left",
              "On the left the derivative is α·eˣ, which is y + α, not y.",
              (x, y, yBar) -> Tensor.where(positive(x), yBar, yBar.mul(y))),
          rule(
              "alpha forgotten",
              "On the left the derivative is α·eˣ: keep the α.",
              (x, y, yBar) -> Tensor.where(positive(x), yBar, yBar.mul(x.exp()))),
          rule(
              "exponential everywhere",
              "On the right y = x, with the slope 1.",
              (x, y, yBar) -> yBar.mul(x.exp())),
          line("relu", "On the left the value is α·(eˣ − 1), not 0.", x -> x.relu()),
          line("alpha one", "α is given; 1 is its usual value only.", x -> x.elu(1)));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.ofEntries(
          Map.entry("sigmoid", SIGMOID),
          Map.entry("logSigmoid", LOG_SIGMOID),
          Map.entry("softplus", SOFTPLUS),
          Map.entry("silu", SILU),
          Map.entry("gelu", GELU),
          Map.entry("geluByTanh", GELU_BY_TANH),
          Map.entry("relu", RELU),
          Map.entry("leakyRelu", LEAKY_RELU),
          Map.entry("elu", ELU));

  private Activations() {}

  private static Tensor positive(Tensor x) {
    return x.gt(Tensor.scalar(0));
  }

  /** Distribution function of the standard normal distribution. */
  private static Tensor normal(Tensor x) {
    return x.div(Math.sqrt(2)).erf().add(1).div(2);
  }

  /** Density of the standard normal distribution. */
  private static Tensor density(Tensor x) {
    return x.square().div(-2).exp().div(Math.sqrt(2 * Math.PI));
  }
}
