package org.gradus.cli.prove;

import static org.gradus.cli.prove.PublishedRule.Standing.CONVENTION;
import static org.gradus.cli.prove.PublishedRule.Standing.RIGHT;
import static org.gradus.cli.prove.PublishedRule.Standing.WRONG;
import static org.gradus.cli.prove.PublishedRule.Verdict.ACCEPTED;
import static org.gradus.cli.prove.PublishedRule.Verdict.REJECTED;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gradus.cli.prove.PublishedRule.Standing;
import org.gradus.cli.prove.PublishedRule.Verdict;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Symptom;

/** The rules that {@code torch.autograd.gradcheck} of PyTorch 2.13.0 was measured on. */
final class GradcheckRules {
  static final String SUITE = "torch.autograd.gradcheck";

  private GradcheckRules() {}

  static List<PublishedRule> all() {
    return List.of(
        unary("square", "2·x", RIGHT, ACCEPTED, "", (x, y, g) -> g.mul(x).mul(2)),
        unary(
            "square",
            "times 1.0009",
            WRONG,
            ACCEPTED,
            "rtol 1e-3",
            (x, y, g) -> g.mul(x).mul(2 * 1.0009)),
        unary("square", "times 1.002", WRONG, REJECTED, "", (x, y, g) -> g.mul(x).mul(2 * 1.002)),
        unary(
            "log",
            "zero, tested at 1e6 and 2e6",
            WRONG,
            ACCEPTED,
            "gradient below atol",
            (x, y, g) -> g.mul(0)),
        unary(
            "exp",
            "zero, tested at −20 and −30",
            WRONG,
            ACCEPTED,
            "gradient below atol",
            (x, y, g) -> g.mul(0)),
        unary(
            "sigmoid",
            "without the factor 1 − s, tested at −15 and −12",
            WRONG,
            ACCEPTED,
            "the factor is almost 1 there, and the gradient below atol",
            (x, y, g) -> g.mul(y)),
        unary(
            "relu",
            "negatives ignored, tested on positives",
            WRONG,
            ACCEPTED,
            "branch never reached",
            (x, y, g) -> g.mul(1)),
        of(
            Catalogue.operation("square"),
            "forward x³, with its own gradient 3·x²",
            WRONG,
            ACCEPTED,
            "values are not checked",
            Symptom.VALUE,
            t -> t.get(0).mul(t.get(0)).mul(t.get(0))),
        unreduced("(2) with (3, 2)"),
        unreduced("(1) with (3)"),
        overwriting("unique indices", ACCEPTED, "repeated index needed"),
        unary(
            "square",
            "first order right, second wrong",
            WRONG,
            ACCEPTED,
            "gradgradcheck rejects it",
            (x, y, g) -> g.mul(x.detach()).mul(2)),
        unary(
            "square",
            "writes 0 more into its saved operand",
            WRONG,
            ACCEPTED,
            "mutation not looked at",
            (x, y, g) -> g.mul(x.detach().add_(0)).mul(2)),
        of(
            logOfLargeSums(),
            "naive form, tested on finite results",
            WRONG,
            ACCEPTED,
            "overflow never reached",
            Symptom.VALUE,
            t -> t.get(0).exp().sum().log()),
        unary("abs", "0 at 0", RIGHT, ACCEPTED, "", (x, y, g) -> g.mul(x.sign())),
        rules(
            largest("amax", kink -> true),
            "a tie shared evenly",
            RIGHT,
            ACCEPTED,
            "",
            (t, y, g) -> List.of(shared(t.get(0), y, g))),
        rules(floor(), "zero", RIGHT, ACCEPTED, "", (t, y, g) -> List.of(g.add(g.mul(0)))),
        unary(
            "abs",
            "+1 at 0",
            CONVENTION,
            REJECTED,
            "a matter of convention",
            (x, y, g) -> g.mul(x.ge(Tensor.scalar(0)).mul(2).sub(1))),
        rules(
            largest("max", kink -> kink.where().endsWith("along an axis")),
            "a tie goes to the first",
            CONVENTION,
            REJECTED,
            "a valid convention, PyTorch's own along an axis: false alarm",
            (t, y, g) -> List.of(first(t.get(0), g))),
        unary("exp", "incoming gradient ignored, vector", WRONG, REJECTED, "", (x, y, g) -> y),
        rules(
            Catalogue.operation("dot"),
            "incoming gradient ignored, number",
            WRONG,
            REJECTED,
            "",
            (t, y, g) -> List.of(t.get(1), t.get(0))),
        unary(
            "square",
            "sum of the incoming gradient in its place",
            WRONG,
            REJECTED,
            "",
            (x, y, g) -> g.sum().expand(x.shape()).mul(x).mul(2)),
        of(
            Catalogue.operation("square"),
            "forward changes its operand",
            WRONG,
            REJECTED,
            "",
            Symptom.CHANGED_OPERAND,
            t -> {
              t.get(0).detach().add_(1);
              return t.get(0).square();
            }),
        rules(
            Catalogue.operation("mul"),
            "no gradient of the second factor",
            WRONG,
            REJECTED,
            "",
            (t, y, g) ->
                List.of(g.mul(t.get(1)).sumTo(t.get(0).shape()), Tensor.zeros(t.get(1).shape()))),
        overwriting("repeated indices", REJECTED, ""));
  }

  private static PublishedRule unary(
      String operation,
      String rule,
      Standing standing,
      Verdict elsewhere,
      String comment,
      Mistaken.UnaryRule wrong) {
    return rules(
        Catalogue.operation(operation),
        rule,
        standing,
        elsewhere,
        comment,
        (t, y, g) -> List.of(wrong.gradient(t.get(0), y, g)));
  }

  private static PublishedRule rules(
      Operation right,
      String rule,
      Standing standing,
      Verdict elsewhere,
      String comment,
      Mistaken.Rule wrong) {
    return new PublishedRule(
        SUITE,
        rule,
        standing,
        elsewhere,
        comment,
        right,
        Misconception.rules(rule, comment, wrong));
  }

  private static PublishedRule of(
      Operation right,
      String rule,
      Standing standing,
      Verdict elsewhere,
      String comment,
      Symptom symptom,
      Function<List<Tensor>, Tensor> line) {
    return new PublishedRule(
        SUITE,
        rule,
        standing,
        elsewhere,
        comment,
        right,
        Misconception.of(rule, comment, symptom, application -> line));
  }

  private static PublishedRule unreduced(String shapes) {
    return rules(
        Catalogue.operation("mul"),
        "broadcast not summed away, " + shapes,
        WRONG,
        ACCEPTED,
        "the engine repairs",
        (t, y, g) -> List.of(g.mul(t.get(1)), g.mul(t.get(0))));
  }

  /** The last element that was read from a place wins there, where all should add up. */
  private static PublishedRule overwriting(String indices, Verdict elsewhere, String comment) {
    String rule = "overwritten in place of added, " + indices;
    return new PublishedRule(
        SUITE,
        rule,
        WRONG,
        elsewhere,
        comment,
        Catalogue.operation("gather"),
        Misconception.of(
            rule,
            comment,
            Symptom.GRADIENT,
            right ->
                x -> Mistaken.apply(x, right, (t, y, g) -> List.of(last(right, t.get(0), g)))));
  }

  private static Tensor last(Function<List<Tensor>, Tensor> gather, Tensor x, Tensor g) {
    double[] gradient = new double[x.numel()];
    double[] from = gather.apply(List.of(Tensor.arange(x.numel()).reshape(x.shape()))).toArray();
    double[] values = g.toArray();
    for (int i = 0; i < from.length; i++) {
      gradient[(int) from[i]] = values[i];
    }
    return Tensor.of(gradient).reshape(x.shape());
  }

  private static Tensor shared(Tensor x, Tensor y, Tensor g) {
    Tensor ties = x.eq(y);
    return g.mul(ties).div(ties.sum());
  }

  private static Tensor first(Tensor x, Tensor g) {
    return g.mul(Tensor.arange(x.numel()).eq(Tensor.scalar(x.argmax())));
  }

  /** The row of the catalogue without its kinks: its cases are x + ⌊x⌋, to see a zero in. */
  private static Operation floor() {
    Operation row = Catalogue.operation("floor");
    return Operation.of(row.id(), row.formula(), row.rule(), row.sampler());
  }

  /** The largest element of a vector, with those kinks of the catalogue's row that are chosen. */
  private static Operation largest(String id, Predicate<Kink> chosen) {
    boolean alongAnAxis = id.equals("max");
    Operation operation =
        Operation.of(
            id,
            "y = max xᵢ",
            "",
            draw -> {
              Tensor x = Sample.distinct(draw, draw.between(1, 5));
              return Case.of(
                  id + " " + Arrays.toString(x.shape()),
                  x,
                  t -> alongAnAxis ? t.max(0).values() : t.max(),
                  new Fold() {
                    @Override
                    public <S extends Real<S>> S of(List<S> line) {
                      S found = line.get(0);
                      for (S element : line) {
                        found = element.value() > found.value() ? element : found;
                      }
                      return found.mul(1);
                    }
                  });
            });
    for (Kink kink : Catalogue.operation(id).kinks().stream().filter(chosen).toList()) {
      operation = operation.with(kink);
    }
    return operation;
  }

  /** logSumExp of a vector whose exponentials are too large, or too small, for a double. */
  private static Operation logOfLargeSums() {
    return Operation.of(
        "logSumExp",
        "y = ln Σ exp x",
        "",
        draw -> {
          Tensor x = Sample.tensor(draw, Domain.AROUND_ZERO, draw.between(1, 4));
          return Case.of(
              "logSumExp " + Arrays.toString(x.shape()),
              x.add(draw.oneOf(List.of(0.0, 1000.0, -1000.0))).detach(),
              Tensor::logSumExp,
              new Fold() {
                @Override
                public <S extends Real<S>> S of(List<S> line) {
                  S sum = line.get(0).constant(0);
                  for (S element : line) {
                    sum = sum.add(element.sub(line.get(0)).exp());
                  }
                  return line.get(0).add(sum.log());
                }
              });
        });
  }

  /** A definition that folds a vector to one number. */
  private interface Fold extends Definition {
    <S extends Real<S>> S of(List<S> line);

    @Override
    default <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      return new Cells<>(new int[0], List.of(of(operands.get(0).values())));
    }
  }
}
