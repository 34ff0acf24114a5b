package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Folding;
import org.gradus.tensor.internal.ops.LogSumExp;
import org.gradus.tensor.internal.ops.Norm;
import org.gradus.tensor.internal.ops.Prod;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Symptom;

/** Mistakes about products along an axis, norms, and logarithms of sums of exponentials. */
final class Folds {
  private static final List<Misconception> PROD =
      List.of(
          prodRule(
              "result divided by the element",
              "y/xᵢ is the product of the others only until xᵢ is 0, and then 0/0: multiply the others.",
              fold -> fold.spread().mul(fold.result()).div(fold.x())),
          prodRule(
              "own factor left in",
              "By xᵢ the derivative is the product of the other factors, without xᵢ itself.",
              fold -> fold.spread().mul(fold.result())),
          prodRule(
              "rule of the sum",
              "ȳ for each belongs to the sum; in a product each xᵢ is multiplied by the others.",
              Fold::spread),
          prodRule(
              "others added",
              "The other factors are multiplied, not added.",
              fold -> fold.spread().mul(fold.x().sum(fold.axes(), true).sub(fold.x()))),
          prod(
              "begun with zero",
              "A product begins with 1; begun with 0 it stays 0.",
              (x, axes, keep) -> product(x, axes, keep).mul(0)),
          prod("sum for product", "Multiply the elements; you added them.", Tensor::sum),
          prod(
              "logarithms added",
              "exp(Σ ln xᵢ) is the product of positive elements only: ln of the others is NaN.",
              (x, axes, keep) -> x.log().sum(axes, keep).exp()),
          prod(
              "sign lost",
              "An odd number of negative elements makes the product negative: multiply without abs.",
              (x, axes, keep) -> product(x.abs(), axes, keep)));

  private static final List<Misconception> NORM =
      List.of(
          normRule(
              "sign forgotten",
              "A negative element makes the norm smaller when it grows: its gradient has its sign.",
              (fold, p) -> fold.spread().mul(ratio(fold).pow(p - 1))),
          normRule(
              "exponent not lowered",
              "The power rule lowers the exponent by one: (|x|/y)ᵖ⁻¹, not (|x|/y)ᵖ.",
              (fold, p) -> fold.spread().mul(fold.x().sign()).mul(ratio(fold).pow(p))),
          normRule(
              "root not differentiated",
              "p·|x|ᵖ⁻¹ belongs to the sum under the root; the chain rule goes on with the root.",
              (fold, p) -> fold.spread().mul(power(fold, p - 1)).mul(p)),
          normRule(
              "not divided by the norm",
              "For p = 2 the gradient is x/y, of length one, and not x: divide by the norm.",
              (fold, p) -> fold.spread().mul(power(fold, p - 1))),
          norm(
              "root forgotten",
              "Take the p-th root of the sum: a norm twice as long belongs to an x twice as long.",
              Symptom.VALUE,
              (x, p, axes, keep) ->
                  smooth(p) ? x.abs().pow(p).sum(axes, keep) : x.norm(p, axes, keep)),
          norm(
              "mean for sum",
              "A norm adds the powers up and does not divide by their number.",
              Symptom.VALUE,
              (x, p, axes, keep) ->
                  smooth(p) ? x.abs().pow(p).mean(axes, keep).pow(1 / p) : x.norm(p, axes, keep)),
          norm(
              "always the Euclidean one",
              "The exponent p was given: 2 is only the most frequent one.",
              Symptom.VALUE,
              (x, p, axes, keep) -> x.norm(2, axes, keep)),
          norm(
              "signs kept",
              "Add the sizes |x|ᵖ: with their signs elements cancel, and a norm would be 0 or"
                  + " negative.",
              Symptom.VALUE,
              (x, p, axes, keep) ->
                  smooth(p) ? x.pow(p).sum(axes, keep).pow(1 / p) : x.norm(p, axes, keep)),
          nothingByNothing());

  private static final List<Misconception> LOG_SUM_EXP =
      List.of(
          logSumExpRule(
              "shares not normalized",
              "The shares are the softmax, exp(x − y), and add up to 1; exp x alone does not.",
              fold -> fold.spread().mul(fold.x().exp())),
          logSumExpRule(
              "equal shares",
              "A larger element has a larger share, exp(x − y); 1/n for each belongs to the mean.",
              fold -> fold.spread().div(fold.n())),
          logSumExpRule(
              "normalized over everything",
              "The shares of each line add up to 1, not those of the whole tensor.",
              fold -> fold.spread().mul(fold.x().exp()).div(fold.x().exp().sum())),
          logSumExpRule(
              "logarithm for share",
              "x − y is the logarithm of the share; take its exponential.",
              fold -> fold.spread().mul(fold.x().sub(fold.result()))),
          logSumExp(
              "logarithm forgotten",
              "Take the logarithm of the sum in the end.",
              (x, axes, keep) -> x.exp().sum(axes, keep)),
          logSumExp(
              "exponential forgotten",
              "Sum the exponentials: the logarithm of a plain sum may not even exist.",
              (x, axes, keep) -> x.sum(axes, keep).log()),
          logSumExp(
              "logarithm before the sum",
              "First the exponentials, then the sum, then the logarithm; ln exp x is x again.",
              Tensor::sum),
          logSumExp(
              "mean for sum",
              "Add the exponentials up; do not average them.",
              (x, axes, keep) -> x.exp().mean(axes, keep).log()));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of("prod", PROD, "norm", NORM, "logSumExp", LOG_SUM_EXP);

  private Folds() {}

  private interface NormRule {
    Tensor gradient(Fold fold, double p);
  }

  private static Misconception prod(String name, String sentence, Folding.Call wrong) {
    return Misconception.sampled(name, sentence, Symptom.VALUE, draw -> Prod.sample(draw, wrong));
  }

  private static Misconception prodRule(String name, String sentence, Fold.Rule wrong) {
    return prod(name, sentence, (x, axes, keep) -> Fold.apply(x, axes, keep, Folds::product, wrong))
        .shownBy(Symptom.GRADIENT);
  }

  private static Tensor product(Tensor x, int[] axes, boolean keep) {
    return axes.length == 1 ? x.prod(axes[0], keep) : x.prod();
  }

  private static Misconception norm(
      String name, String sentence, Symptom symptom, Norm.Call wrong) {
    return Misconception.sampled(name, sentence, symptom, draw -> Norm.sample(draw, wrong));
  }

  private static Misconception normRule(String name, String sentence, NormRule wrong) {
    return norm(name, sentence, Symptom.GRADIENT, normCall(wrong));
  }

  /** The right norm with a wrong rule for the exponents that have one formula. */
  private static Norm.Call normCall(NormRule wrong) {
    return (x, p, axes, keep) ->
        smooth(p)
            ? Fold.apply(
                x, axes, keep, (t, a, k) -> t.norm(p, a, k), fold -> wrong.gradient(fold, p))
            : x.norm(p, axes, keep);
  }

  private static boolean smooth(double p) {
    return p > 0 && p < Double.POSITIVE_INFINITY;
  }

  private static Misconception nothingByNothing() {
    Norm.Call wrong =
        normCall((fold, p) -> fold.spread().mul(fold.x().sign()).mul(ratio(fold).pow(p - 1)));
    Misconception atZero =
        Misconception.kink(
            "nothing divided by nothing",
            "The norm of zeros is 0, and x/y is 0/0 = NaN there: return 0.",
            draw -> Norm.sample(draw, wrong),
            x -> wrong.of(x, 2, new int[] {0}, false));
    return new Misconception(
        atZero.name(), atZero.sentence(), atZero.symptom(), right -> atZero.of(euclidean(right)));
  }

  /** The operation with those of its kinks alone that have p = 2. */
  private static Operation euclidean(Operation right) {
    return new Operation(
        right.id(),
        right.formula(),
        right.rule(),
        right.sampler(),
        right.kinks().stream().filter(kink -> kink.where().startsWith("p = 2")).toList());
  }

  private static Tensor ratio(Fold fold) {
    return fold.x().abs().div(fold.result());
  }

  private static Tensor power(Fold fold, double exponent) {
    return fold.x().sign().mul(fold.x().abs().pow(exponent));
  }

  private static Misconception logSumExp(String name, String sentence, Folding.Call wrong) {
    return Misconception.sampled(
        name, sentence, Symptom.VALUE, draw -> LogSumExp.sample(draw, wrong));
  }

  private static Misconception logSumExpRule(String name, String sentence, Fold.Rule wrong) {
    return logSumExp(
            name, sentence, (x, axes, keep) -> Fold.apply(x, axes, keep, Tensor::logSumExp, wrong))
        .shownBy(Symptom.GRADIENT);
  }
}
