package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Judge of claimed derivatives: it finds a step that suits the line, and hears both differences and
 * the exact oracle, where there is one.
 */
// [impl->check~automatic-step~1]
final class Judge {
  /** Largest distance of two points on a line unless another step is asked for or found better. */
  static final double STEP = 0.045;

  /** A step must move an operand by a million roundings. */
  private static final double LEAST_PART = 0x1p-53 * 1e6;

  /** An operand so large that the usual step moves it too little is moved by this part of it. */
  private static final double PART = 0.01;

  /** What a step must state to be good, relative to the derivative. */
  private static final double GOOD = 1e-9;

  /** What another step must state to be taken instead. */
  private static final double FAIR = 1e-7;

  /** How many lines a step is looked for: the first ones tell what suits the others. */
  private static final int SEARCHES = 16;

  /** Powers of ten by which another step is looked for. */
  private static final int DECADES = 15;

  private static final double ROUNDING = 0x1p-53;

  /** What a function may round of an exact derivative of it, whose terms nobody has counted. */
  private static final double ROUNDED = 1e-12;

  /** The terms of a derivative that cancel are no smaller than this part of those of the value. */
  private static final double CANCELED = 0x1p-7;

  private final OptionalDouble fixed;
  private int searches;
  private OptionalDouble found = OptionalDouble.empty();

  Judge(OptionalDouble fixed) {
    this.fixed = fixed;
  }

  /** What is known of a line at one step. */
  private record Attempt(double step, Derivative derivative, Sides sides, boolean finite) {

    static Attempt of(Line line, DoubleUnaryOperator g, double step) {
      Sides sides = Sides.of(g, step, line.terms());
      boolean finite =
          Double.isFinite(sides.left())
              && Double.isFinite(sides.right())
              && Double.isFinite(g.applyAsDouble(step))
              && Double.isFinite(g.applyAsDouble(-step));
      return new Attempt(step, Derivative.of(g, 0, step, line.terms()), sides, finite);
    }

    boolean smooth() {
      return finite && !sides.kink();
    }

    /** Stated error relative to the derivative; 0 where it is 0 and nothing else is claimed. */
    double relativeError(double claimed) {
      double size = Math.abs(derivative.value());
      if (size > 0) {
        return derivative.error() / size;
      }
      boolean beside = derivative.error() <= GOOD * finiteSize(claimed);
      return claimed == 0 || beside ? 0 : Double.POSITIVE_INFINITY;
    }

    /** Whether two smooth attempts see the same derivative. */
    boolean fits(Attempt other) {
      double both = derivative.error() + other.derivative.error();
      return Math.abs(derivative.value() - other.derivative.value()) <= Oracle.SAFETY * both;
    }

    boolean good(double claimed) {
      return smooth() && relativeError(claimed) <= GOOD;
    }
  }

  /** The step that the check is asked for, or the usual one. */
  double step() {
    return fixed.orElse(STEP);
  }

  /**
   * Judge a line.
   *
   * @throws Fault if the function is not finite around the point, or jumps there
   */
  Judgement judge(Line line) {
    DoubleUnaryOperator g = line.curve();
    Attempt attempt = Attempt.of(line, g, start(line));
    if (fixed.isEmpty() && !attempt.good(line.claimed())) {
      attempt = search(line, g, attempt);
    }
    requireFinite(line, g, attempt);
    if (attempt.sides.jump()) {
      throw Fault.jump("the " + line.what(), attempt.sides);
    }
    List<Comparison> comparisons = new ArrayList<>();
    if (!attempt.sides.kink()) {
      double curvature = curvature(g, attempt.step);
      double blur = ROUNDING * curvature * line.moment();
      if (line.exact().isPresent()) {
        comparisons.add(exact(line, line.exact().getAsDouble(), curvature));
      }
      comparisons.add(differences(line, attempt, blur));
      if (line.order() == 1) {
        comparisons.add(fivePoint(line, g, attempt.step, blur));
      }
    }
    return new Judgement(line, comparisons, attempt.derivative, attempt.sides, attempt.step);
  }

  /** The usual step, or one that fits an operand too large for it. */
  private double start(Line line) {
    double reach = line.reach();
    boolean lost = step() < LEAST_PART * reach;
    if (lost && fixed.isPresent()) {
      throw new Fault(
          "the step of the differences is lost in the rounding of an operand\n  step     "
              + step()
              + "\n  operand  "
              + reach
              + "\ncall withStep("
              + Math.pow(10, Math.ceil(Math.log10(LEAST_PART * reach)))
              + ") or larger, if there is no kink within it");
    }
    return lost ? PART * reach : step();
  }

  /** The step that states the least error; the attempt there was where none is good. */
  private Attempt search(Line line, DoubleUnaryOperator g, Attempt before) {
    if (found.isPresent()) {
      Attempt again = Attempt.of(line, g, found.getAsDouble());
      boolean allowed = before.smooth() ? again.fits(before) : again.step < before.step;
      if (allowed && again.good(line.claimed())) {
        return again;
      }
    }
    if (searches >= SEARCHES) {
      return before;
    }
    searches++;
    Attempt best = before;
    for (double step : steps(line)) {
      if (step > before.step && !before.smooth()) {
        continue;
      }
      Attempt other = Attempt.of(line, g, step);
      double least = Math.min(FAIR, best.smooth() ? best.relativeError(line.claimed()) : FAIR);
      if (other.smooth()
          && other.derivative.value() != 0
          && other.relativeError(line.claimed()) < least
          && (!before.smooth() || other.fits(before))) {
        best = other;
      }
    }
    if (best.step != before.step) {
      found = OptionalDouble.of(best.step);
    }
    return best;
  }

  private static double[] steps(Line line) {
    double reach = line.reach();
    List<Double> steps = new ArrayList<>();
    for (int decade = -DECADES; decade <= DECADES; decade++) {
      steps.add(Math.pow(10, decade));
    }
    for (int decade = 1; decade <= 5; decade++) {
      steps.add(reach * Math.pow(10, -decade));
    }
    return steps.stream()
        .mapToDouble(Double::doubleValue)
        .filter(step -> step > 0 && step >= LEAST_PART * reach)
        .toArray();
  }

  private void requireFinite(Line line, DoubleUnaryOperator g, Attempt attempt) {
    if (!attempt.finite) {
      throw new Fault(
          "the value is not finite within the step of the differences, "
              + attempt.step
              + ", of the point: "
              + line.what()
              + betterStep(line, g)
                  .map("\ncall withStep(%s)"::formatted)
                  .orElse("\ncheck farther inside the domain"));
    }
  }

  /** What to add to a complaint, where another step would do. */
  Optional<String> betterStep(Line line, DoubleUnaryOperator g) {
    double least = GOOD;
    Optional<String> best = Optional.empty();
    for (double step : steps(line)) {
      Attempt other = Attempt.of(line, g, step);
      if (other.smooth() && other.relativeError(0) < least && other.derivative.value() != 0) {
        least = other.relativeError(0);
        best = Optional.of(Double.valueOf(String.format(Locale.ROOT, "%.0e", step)).toString());
      }
    }
    return best;
  }

  /** |g″(0)|, roughly. */
  private static double curvature(DoubleUnaryOperator g, double step) {
    double second =
        (g.applyAsDouble(step) + g.applyAsDouble(-step) - 2 * g.applyAsDouble(0)) / (step * step);
    return Double.isFinite(second) ? Math.abs(second) : 0;
  }

  private static double finiteSize(double number) {
    return Double.isFinite(number) ? Math.abs(number) : 0;
  }

  /** What is claimed may be rounded as the derivative of the rounded point is, and cancel. */
  private static Comparison exact(Line line, double exact, double curvature) {
    double canceled = CANCELED * line.terms() / Math.max(line.reach(), 1);
    double scale = Math.max(Math.abs(exact), Math.max(curvature * line.moment(), canceled));
    return new Comparison(
        Oracle.FORWARD_MODE, line.what(), exact, line.claimed(), scale, ROUNDED * scale);
  }

  private static Comparison differences(Line line, Attempt attempt, double blur) {
    Oracle oracle = line.order() == 1 ? Oracle.DIFFERENCES : Oracle.SECOND_ORDER;
    return compare(
        oracle,
        Oracle.DIFFERENCES.tolerance(),
        line,
        attempt.derivative.value(),
        attempt.derivative.error() + blur);
  }

  /** Compare with differences over five points. */
  static Comparison fivePoint(Line line, DoubleUnaryOperator g, double step, double blur) {
    FivePoint five = FivePoint.of(g, 0, step, line.terms());
    Oracle oracle = Oracle.FIVE_POINT;
    return compare(oracle, oracle.tolerance(), line, five.value(), five.error() + blur);
  }

  /** Compare with differences that state an error. */
  static Comparison compare(
      Oracle oracle, double tolerance, Line line, double expected, double error) {
    double size = Math.max(Math.abs(expected), finiteSize(line.claimed()));
    double scale = Math.max(size, Oracle.SAFETY * error / tolerance);
    return new Comparison(oracle, line.what(), expected, line.claimed(), scale, tolerance * scale);
  }
}
