package org.gradus.check;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.internal.Directions;

/**
 * Check of a gradient at a point, by differences.
 *
 * <pre>
 *   GradientCheck.of(Subject.ofScalar("squares", x -&gt; x[0] * x[0], x -&gt; new double[] {2 * x[0]}))
 *       .at(1.5)
 *       .verify();
 * </pre>
 *
 * <p>The cotangent is random, never all ones: a rule that ignores or averages it is found out.
 * Differences are taken along single elements and along random directions.
 */
// [impl->check~gradient-check~1]
public final class GradientCheck {
  private static final long SEED = 42;
  static final double STEP = 0.045;

  private final Subject subject;
  private final long seed;
  private final double step;

  private GradientCheck(Subject subject, long seed, double step) {
    this.subject = subject;
    this.seed = seed;
    this.step = step;
  }

  /**
   * Check of a function by differences; the seed of cotangents and directions is {@value #SEED}.
   */
  public static GradientCheck of(Subject subject) {
    return new GradientCheck(subject, SEED, STEP);
  }

  /** The same check with cotangents and directions from another seed. */
  public GradientCheck withSeed(long otherSeed) {
    return new GradientCheck(subject, otherSeed, step);
  }

  /**
   * The same check with another largest step of the differences, {@value #STEP} unless said.
   *
   * @param largest distance within which the function has no kink, in units of the operands
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public GradientCheck withStep(double largest) {
    if (!(largest > 0) || Double.isInfinite(largest)) {
      throw new IllegalArgumentException(
          "withStep: the step must be positive and finite\n  given  " + largest);
    }
    return new GradientCheck(subject, seed, largest);
  }

  /** Check at an array. */
  public Report at(double... x) {
    return at(List.of(Operand.of("x", x)));
  }

  /** Check at several arrays, called x0, x1, … */
  public Report at(double[]... x) {
    return at(Operand.list(x));
  }

  /**
   * Check at operands.
   *
   * <p>A function that no check can judge, because it changes its operands, differs from call to
   * call, is not computed in double precision, has a kink there and the like, gives a report that
   * says so and has not passed. So does one whose gradients are all negligible.
   */
  public Report at(List<Operand> x) {
    try {
      return compare(x);
    } catch (Fault fault) {
      return Report.unfit(subject.name(), fault);
    }
  }

  private Report compare(List<Operand> x) {
    requireStep(x);
    Watched watched = new Watched(subject);
    RandomGenerator random = Directions.generator(seed);
    double[] y = watched.value(x);
    requireFinite(x, y);
    double[] cotangent =
        subject.takesCotangent() ? Directions.draw(random, y.length) : Directions.ones(y.length);
    List<double[]> gradient = watched.gradient(x, cotangent);
    watched.requireSteady(x, y, cotangent, gradient);
    if (y.length == 0 || x.stream().allMatch(operand -> operand.size() == 0)) {
      return Report.of(subject.name(), List.of());
    }
    Differences differences = new Differences(watched, x, y, cotangent, gradient, step);
    Report report = Report.of(subject.name(), differences.compare(random, true));
    if (report.agrees() && report.isVacuous()) {
      throw differences.vacuity(report.numbers());
    }
    return report;
  }

  /** The step must move the largest operand by at least a million roundings. */
  private void requireStep(List<Operand> x) {
    double largest =
        x.stream()
            .flatMapToDouble(o -> Arrays.stream(o.values()))
            .map(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    double needed = largest * 0x1p-53 * 1e6;
    if (step < needed) {
      throw new Fault(
          "the step of the differences is lost in the rounding of an operand\n  step     "
              + step
              + "\n  operand  "
              + largest
              + "\ncall withStep("
              + Math.pow(10, Math.ceil(Math.log10(needed)))
              + ") or larger, if there is no kink within it");
    }
  }

  private static void requireFinite(List<Operand> x, double[] y) {
    for (Operand operand : x) {
      for (int i = 0; i < operand.size(); i++) {
        if (!Double.isFinite(operand.values()[i])) {
          throw Fault.notFinite("the operand " + operand.element(i), operand.values()[i]);
        }
      }
    }
    for (int j = 0; j < y.length; j++) {
      if (!Double.isFinite(y[j])) {
        throw Fault.notFinite("the value y[" + j + "]", y[j]);
      }
    }
  }
}
