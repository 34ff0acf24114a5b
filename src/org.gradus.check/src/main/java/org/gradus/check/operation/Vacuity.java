package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.gradus.check.Comparison;
import org.gradus.check.Fault;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Warnings;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Operation;

/**
 * Whether the cases of an operation could let a wrong rule pass.
 *
 * <p>A proof over cases that cannot fail is vacuous. So the cases are measured, not the operation:
 * how much of its gradient is more than rounding, which cotangents come in, which kinds of shapes
 * and which values of its options are drawn, and whether a rule that is off by little is caught.
 *
 * @param operation id of the operation
 * @param measures what was measured, at least one of each aspect that the operation has
 */
// [impl->check~vacuity~1]
public record Vacuity(String operation, List<Measure> measures) {
  /** Cases whose shapes and options are counted, a count. */
  public static final int DRAWS = 3000;

  /** Cases whose numbers are looked at, a count. */
  public static final int CASES = 200;

  /** How often a kind of shapes, or a value of an option, has to be drawn, a count. */
  public static final int FEWEST = 20;

  /** A hundredfold of what the exact oracle reaches where a gradient is as large as its terms. */
  public static final double MOST_SENSITIVITY = 2e-12;

  /** How far beyond its sensitivity a check must have caught a rule. */
  private static final double BEYOND = 10;

  /** What is measured. */
  public enum Aspect {
    /** Entries of gradients, of those with terms, that show alone a relative error of 1e-9. */
    SIGNAL(
        "signal",
        "%sthe entries of the gradient must show, each alone, a relative error of "
            + Signals.TELLING,
        "draw operands where the terms of the gradient do not cancel",
        Unit.SHARE),

    /** Largest relative error of the rule that could go unnoticed in all cases. */
    SENSITIVITY(
        "sensitivity",
        "%sthe cases must show a small relative error of the rule",
        "draw operands where the gradient is as large as its terms",
        Unit.ERROR),

    /** Cotangents of several elements that are not constant. */
    COTANGENT(
        "cotangent",
        "%sresults of several elements must be drawn, and meet cotangents that are not constant",
        "draw longer operands, and random cotangents",
        Unit.SHARE),

    /** Elements of results that differ from the most frequent one. */
    VALUE(
        "value",
        "%sthe elements of the results must differ",
        "draw operands at which the operation has different values",
        Unit.SHARE),

    /** Cases with one kind of shapes that the operation takes. */
    SHAPE(
        "shape",
        "%s must be drawn, for the operation takes it",
        "draw such shapes: Sample.shape, Sample.partner",
        Unit.COUNT),

    /** Values of one option, each drawn {@value #FEWEST} times. */
    OPTION(
        "option",
        "several values of %s must be drawn, each " + FEWEST + " times",
        "draw it from more values",
        Unit.COUNT),

    /** Whether a rule is caught that is off by ten times the sensitivity. */
    SELF_TEST(
        "self-test",
        "%sa rule that is off by ten times the sensitivity must be caught",
        "compute the gradient from the whole cotangent, at each call",
        Unit.COUNT);

    private final String title;
    private final String requirement;
    private final String remedy;
    private final Unit unit;

    Aspect(String title, String requirement, String remedy, Unit unit) {
      this.title = title;
      this.requirement = requirement;
      this.remedy = remedy;
      this.unit = unit;
    }

    /** Name in reports. */
    public String title() {
      return title;
    }
  }

  private enum Unit {
    SHARE,
    ERROR,
    COUNT;

    private String text(double number) {
      return switch (this) {
        case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * number);
        case ERROR -> String.format(Locale.ROOT, "%.1e", number);
        case COUNT -> String.format(Locale.ROOT, "%.0f", number);
      };
    }
  }

  /**
   * A number, and what it must be.
   *
   * @param aspect what is measured
   * @param of which kind of shapes, or which option; empty for the others
   * @param measured the number
   * @param bound the least that it must be, for a sensitivity the most
   */
  public record Measure(Aspect aspect, String of, double measured, double bound) {

    /** Whether it is what it must be. */
    public boolean isEnough() {
      return aspect == Aspect.SENSITIVITY ? measured <= bound : measured >= bound;
    }

    /** The number as reports show it. */
    public String text() {
      return aspect.unit.text(measured);
    }

    /** What must be, what is, and the remedy. */
    @Override
    public String toString() {
      return aspect.requirement.formatted(of)
          + (aspect == Aspect.SENSITIVITY ? "\n  at most   " : "\n  at least  ")
          + aspect.unit.text(bound)
          + "\n  measured  "
          + text()
          + "\n"
          + aspect.remedy;
    }
  }

  /** Measure the cases that the sampler of an operation draws, under the cotangents of a check. */
  public static Vacuity of(Operation operation, long seed) {
    return of(operation, seed, Cotangents.RANDOM);
  }

  /**
   * Measure the cases that the sampler of an operation draws.
   *
   * @param seed seed of the cases and their cotangents
   * @param cotangents the cotangents that a suite would take
   */
  public static Vacuity of(Operation operation, long seed, Cotangents cotangents) {
    Options options = new Options();
    Reach reach = new Reach();
    Signals signals = new Signals();
    List<Measure> measures = new ArrayList<>();
    try (Warnings unheard = Warnings.to(warning -> {})) {
      for (int number = 0; number < DRAWS; number++) {
        RandomGenerator random = Directions.generator(OperationCheck.caseSeed(seed, number));
        Case sampled = operation.sampler().apply(options.noted(Draw.from(random)));
        reach.meet(sampled);
        if (number < CASES) {
          signals.meet(sampled, random.nextLong(), cotangents);
        }
      }
      measures.add(new Measure(Aspect.SIGNAL, "", signals.share(), 0.5));
      measures.add(new Measure(Aspect.SENSITIVITY, "", signals.sensitivity(), MOST_SENSITIVITY));
      if (reach.hasSeveralElements()) {
        measures.add(new Measure(Aspect.COTANGENT, "", signals.cotangents(), 1));
      }
      measures.add(new Measure(Aspect.VALUE, "", signals.variety(), 0.25));
      reach
          .cases()
          .forEach((kind, cases) -> measures.add(new Measure(Aspect.SHAPE, kind, cases, FEWEST)));
      for (Options.Tried option : options.tried(FEWEST)) {
        measures.add(new Measure(Aspect.OPTION, option.name(), option.values(), option.least()));
      }
      measures.add(new Measure(Aspect.SELF_TEST, "", isCaught(signals, cotangents) ? 1 : 0, 1));
    }
    return new Vacuity(operation.id(), List.copyOf(measures));
  }

  /** Whether the forward mode notices, in the sharpest case, ten times the sensitivity. */
  private static boolean isCaught(Signals signals, Cotangents cotangents) {
    double factor = 1 + BEYOND * signals.sensitivity();
    return signals.sharpest().filter(at -> isCaught(at, factor, cotangents)).isPresent();
  }

  private static boolean isCaught(Signals.Sharpest at, double factor, Cotangents cotangents) {
    try {
      Trial trial = new Trial(at.sampled().applied(scaled(factor)), at.seed(), cotangents);
      return !Witnesses.forwardMode(trial).stream().allMatch(Comparison::agrees);
    } catch (Fault | GradientException refused) {
      return true;
    }
  }

  private static UnaryOperator<Function<List<Tensor>, Tensor>> scaled(double factor) {
    return right ->
        x ->
            Mistaken.apply(
                List.of(right.apply(x)), y -> y.get(0), (t, y, yBar) -> List.of(yBar.mul(factor)));
  }

  /** Measures that are not what they must be. */
  public List<Measure> lacking() {
    return measures.stream().filter(measure -> !measure.isEnough()).toList();
  }

  /**
   * Insist that no wrong rule could pass for lack of a case that shows it.
   *
   * @throws AssertionError if a measure is not what it must be; the message is this vacuity
   */
  public void verify() {
    if (!lacking().isEmpty()) {
      throw new AssertionError(toString());
    }
  }

  /** What is lacking, and the remedy; or that nothing is. */
  @Override
  public String toString() {
    return lacking().isEmpty()
        ? operation + ": " + measures.size() + " measures of the cases are as they must be"
        : lacking().stream()
            .map(measure -> operation + ": " + measure)
            .collect(Collectors.joining("\n"));
  }
}
