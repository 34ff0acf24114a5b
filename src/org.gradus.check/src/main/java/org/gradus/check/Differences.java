package org.gradus.check;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The oracle of differences at one point: along single elements and along random directions.
 *
 * <pre>
 *   g(t) = ⟨ȳ, f(x + t·u)⟩      g′(0) = ⟨x̄, u⟩
 * </pre>
 */
// [impl->check~differences~1]
public final class Differences {
  /** Farthest distance of a point that is looked at, in units of the operands. */
  public static final double REACH = Judge.STEP;

  private static final int ELEMENTS = 8;
  private static final int DIRECTIONS = 2;

  private Differences() {}

  /**
   * Compare a gradient with differences at a point.
   *
   * @param y value at the point
   * @param cotangent number for each of y
   * @param gradient what is to be judged, an array for each operand
   * @param terms size of the terms that ⟨ȳ, y⟩ is added up from within {@link #REACH}, so far as it
   *     exceeds |⟨ȳ, y⟩|: its rounding is relative to it
   * @param random draws the elements and the directions
   * @throws Fault if the numbers disagree at a kink, or the function is not finite around the point
   */
  public static List<Comparison> compare(
      Subject subject,
      List<Operand> x,
      double[] y,
      double[] cotangent,
      List<double[]> gradient,
      double terms,
      RandomGenerator random) {
    Plan plan = new Plan(ELEMENTS, DIRECTIONS, false);
    return lines(subject, x, y, cotangent, gradient, plan, random).stream()
        .map(line -> compare(line.adding(terms)))
        .toList();
  }

  /** Compare a gradient with differences over five points, along two random directions. */
  public static List<Comparison> compareByFivePoints(
      Subject subject,
      List<Operand> x,
      double[] y,
      double[] cotangent,
      List<double[]> gradient,
      double terms,
      RandomGenerator random) {
    Plan plan = new Plan(0, DIRECTIONS, false);
    return lines(subject, x, y, cotangent, gradient, plan, random).stream()
        .map(line -> line.adding(terms))
        .map(line -> Judge.fivePoint(line, line.curve(), Judge.STEP, 0))
        .toList();
  }

  private static List<Line> lines(
      Subject subject,
      List<Operand> x,
      double[] y,
      double[] cotangent,
      List<double[]> gradient,
      Plan plan,
      RandomGenerator random) {
    Claims claims =
        Claims.of(at -> Watched.call("the function", Form.OPERANDS, at, subject::value))
            .and((at, w) -> Content.flat(gradient), false);
    Site site = new Site(claims, x, y, plan, random);
    return GradientClaim.lines(site, cotangent, Content.flat(gradient));
  }

  private static Comparison compare(Line line) {
    DoubleUnaryOperator g = line.curve();
    Derivative derivative = Derivative.of(g, 0, Judge.STEP, line.terms());
    Comparison comparison =
        Judge.compare(
            Oracle.DIFFERENCES,
            Oracle.DIFFERENCES.tolerance(),
            line,
            derivative.value(),
            derivative.error());
    if (!comparison.agrees()) {
      diagnose(line, g);
    }
    return comparison;
  }

  private static void diagnose(Line line, DoubleUnaryOperator g) {
    Sides sides = Sides.of(g, Judge.STEP, line.terms());
    if (!Double.isFinite(sides.left()) || !Double.isFinite(sides.right())) {
      throw new Fault(
          "the value is not finite within the step of the differences, "
              + Judge.STEP
              + ", of the point: "
              + line.what()
              + "\ncheck farther inside the domain");
    }
    if (sides.kink()) {
      throw Fault.kink("the " + line.what(), sides);
    }
  }
}
