package org.gradus.cli.prove;

import static org.gradus.cli.prove.PublishedRule.Verdict.ACCEPTED;
import static org.gradus.cli.prove.PublishedRule.Verdict.BY_CHANCE;
import static org.gradus.cli.prove.PublishedRule.Verdict.REJECTED;

import java.util.Arrays;
import java.util.List;
import org.gradus.cli.prove.PublishedRule.Standing;
import org.gradus.cli.prove.PublishedRule.Verdict;
import org.gradus.tensor.EnableGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/**
 * The wrong rules that the official tests of minitorch's modules 0 and 1 were measured on.
 *
 * <p>The last three are mistakes of the engine; here they are made in a rule that does what the
 * engine would.
 */
final class MinitorchRules {
  static final String SUITE = "minitorch";

  private MinitorchRules() {}

  static List<PublishedRule> all() {
    return List.of(
        unary("log", "zero", ACCEPTED, (x, y, d) -> d.mul(0)),
        unary("log", "wrong sign", ACCEPTED, (x, y, d) -> d.div(x).neg()),
        unary("log", "incoming gradient dropped", ACCEPTED, (x, y, d) -> x.reciprocal()),
        unary("log", "times 3", ACCEPTED, (x, y, d) -> d.div(x).mul(3)),
        unary("log", "d/x²", ACCEPTED, (x, y, d) -> d.div(x.square())),
        unary("exp", "zero", ACCEPTED, (x, y, d) -> d.mul(0)),
        unary("exp", "wrong sign", ACCEPTED, (x, y, d) -> d.mul(y).neg()),
        unary("exp", "incoming gradient dropped", ACCEPTED, (x, y, d) -> y),
        unary("exp", "times 100", ACCEPTED, (x, y, d) -> d.mul(y).mul(100)),
        unary("reciprocal", "wrong sign", REJECTED, (x, y, d) -> d.div(x.square())),
        unary(
            "reciprocal",
            "incoming gradient dropped",
            REJECTED,
            (x, y, d) -> x.square().reciprocal().neg()),
        unary("reciprocal", "−d/x", REJECTED, (x, y, d) -> d.div(x).neg()),
        unary("sigmoid", "incoming gradient dropped", ACCEPTED, (x, y, d) -> y.mul(y.neg().add(1))),
        unary("sigmoid", "d·y", REJECTED, (x, y, d) -> d.mul(y)),
        unary("sigmoid", "zero", REJECTED, (x, y, d) -> d.mul(0)),
        unary("sigmoid", "times 1.5", REJECTED, (x, y, d) -> d.mul(y.mul(y.neg().add(1))).mul(1.5)),
        unary("neg", "incoming gradient dropped", ACCEPTED, (x, y, d) -> ones(x).neg()),
        unary("neg", "no sign", REJECTED, (x, y, d) -> d.mul(1)),
        binary("mul", "operands swapped", (a, b, d) -> d.mul(a), (a, b, d) -> d.mul(b)),
        binary(
            "mul",
            "incoming gradient dropped",
            (a, b, d) -> ones(d).mul(b),
            (a, b, d) -> ones(d).mul(a)),
        binary(
            "mul",
            "times 1.009",
            (a, b, d) -> d.mul(b).mul(1.009),
            (a, b, d) -> d.mul(a).mul(1.009)),
        unary("relu", "always d", REJECTED, (x, y, d) -> d.mul(1)),
        unary("relu", "incoming gradient dropped", REJECTED, (x, y, d) -> x.gt(Tensor.scalar(0))),
        binary("add", "second sign", (a, b, d) -> d.mul(1), (a, b, d) -> d.neg()),
        of(
            lessThan(),
            "less than, returns 1 and 1",
            BY_CHANCE,
            "rejected by two tests alone, which fail on right code too",
            Misconception.rules(
                "returns 1 and 1",
                "A comparison does not change when its operands change a little.",
                (t, y, d) -> List.of(d.mul(2), d.mul(2)))),
        of(
            twoPasses(),
            "engine: gradient of a leaf overwritten",
            ACCEPTED,
            "no test passes backward twice",
            Misconception.rule(
                "overwritten",
                "The gradients of two passes add up in a leaf.",
                (x, y, d) -> overwritten(x, d))),
        unary("square", "engine: last path in place of their sum", REJECTED, (x, y, d) -> d.mul(x)),
        unary("exp", "engine: times 1.005 on leaves", REJECTED, (x, y, d) -> d.mul(y).mul(1.005)));
  }

  private static PublishedRule unary(
      String operation, String rule, Verdict elsewhere, Mistaken.UnaryRule wrong) {
    return of(
        Catalogue.operation(operation),
        rule,
        elsewhere,
        elsewhere == ACCEPTED ? "survives its tests" : "",
        Misconception.rule(rule, rule, wrong));
  }

  private static PublishedRule binary(String operation, String rule, Part left, Part right) {
    return of(
        Catalogue.operation(operation),
        rule,
        REJECTED,
        "",
        Misconception.rules(
            rule,
            rule,
            (t, y, d) ->
                List.of(
                    left.of(t.get(0), t.get(1), d).sumTo(t.get(0).shape()),
                    right.of(t.get(0), t.get(1), d).sumTo(t.get(1).shape()))));
  }

  private static PublishedRule of(
      Operation right, String rule, Verdict elsewhere, String comment, Misconception change) {
    return new PublishedRule(SUITE, rule, Standing.WRONG, elsewhere, comment, right, change);
  }

  /** Gradient of one operand before it is summed to its shape. */
  private interface Part {
    Tensor of(Tensor a, Tensor b, Tensor d);
  }

  private static Tensor ones(Tensor like) {
    return Tensor.ones(like.shape());
  }

  /**
   * Operands are drawn on both sides of each other, and apart. Both are added, for a comparison
   * alone has no gradient, and no relative error can be seen in a zero.
   */
  private static Operation lessThan() {
    return Operation.of(
        "lessThan",
        "y = a + b + (1 where a < b, else 0)",
        "ā = ȳ, b̄ = ȳ",
        draw -> {
          int[] shape = Sample.shape(draw);
          Tensor a = Sample.tensor(draw, Domain.AROUND_ZERO, shape);
          Tensor b = a.add(Sample.tensor(draw, Domain.AWAY_FROM_ZERO, shape)).detach();
          return new Case(
              "lessThan " + Arrays.toString(shape),
              List.of(a, b),
              t -> t.get(0).add(t.get(1)).add(t.get(0).lt(t.get(1))),
              Definition.elementwise(MinitorchRules::isLess, shape));
        });
  }

  private static <S extends Real<S>> S isLess(S a, S b) {
    return a.add(b).add(a.value() < b.value() ? 1 : 0);
  }

  /** e to the x, added to itself: the leaf gets a gradient twice. */
  private static Operation twoPasses() {
    return Operation.unary(
        "twoPasses",
        "y = eˣ + eˣ",
        "x̄ = ȳ·eˣ + ȳ·eˣ",
        x -> x.exp().add(x.exp()),
        MinitorchRules::twice,
        Domain.AROUND_ZERO);
  }

  private static <S extends Real<S>> S twice(S x) {
    return x.exp().add(x.exp());
  }

  /** Two passes back to one leaf, the second of which overwrites what the first has left. */
  private static Tensor overwritten(Tensor x, Tensor d) {
    try (var on = EnableGrad.on()) {
      Tensor leaf = x.detach().requiresGrad_();
      leaf.exp().backward(d.detach());
      leaf.grad().zero_();
      leaf.exp().backward(d.detach());
      return leaf.grad().clone();
    }
  }
}
