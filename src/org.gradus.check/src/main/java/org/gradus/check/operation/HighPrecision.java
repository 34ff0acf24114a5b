package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.check.Comparison;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;

/**
 * Values in sixty digits, and derivatives by differences of them.
 *
 * <pre>
 *   D = (g(h) − g(−h))/2h     g(t) = ⟨ȳ, f(x + t·u)⟩, h = 10⁻²⁵     error near 10⁻³⁵
 * </pre>
 */
// [impl->check~sixty-digits~1]
final class HighPrecision {
  private static final SixtyDigits STEP = SixtyDigits.of(1e-25);

  /** Error of the difference of numbers of size one: 10⁻⁵⁶ over a step, with room. */
  private static final double LEAST = 1e-30;

  /** Beyond it entries are only checked together, along one direction. */
  private static final int MOST_ENTRIES = 6;

  private HighPrecision() {}

  static List<Comparison> compare(Trial trial, RandomGenerator random) {
    List<Comparison> comparisons = new ArrayList<>();
    double[] y = value(trial.sampled().definition(), trial.x());
    for (int j = 0; j < y.length; j++) {
      comparisons.add(
          Comparison.of(
              Oracle.SIXTY_DIGITS, "value " + j, y[j], trial.y()[j], trial.terms().ofValue(j)));
    }
    if (!trial.isEmpty() && Arrays.stream(y).allMatch(Double::isFinite)) {
      comparisons.add(
          along(trial, Directions.draw(random, trial.x()), "gradient along a random direction"));
      entries(trial, comparisons);
    }
    comparisons.addAll(Extreme.compare(trial, random));
    return comparisons;
  }

  private static void entries(Trial trial, List<Comparison> comparisons) {
    List<Operand> x = trial.x();
    if (x.stream().mapToInt(Operand::size).sum() > MOST_ENTRIES) {
      return;
    }
    for (int operand = 0; operand < x.size(); operand++) {
      for (int i = 0; i < x.get(operand).size(); i++) {
        List<double[]> direction =
            new ArrayList<>(x.stream().map(each -> new double[each.size()]).toList());
        direction.get(operand)[i] = 1;
        comparisons.add(along(trial, direction, "gradient by " + x.get(operand).element(i)));
      }
    }
  }

  private static Comparison along(Trial trial, List<double[]> direction, String what) {
    double expected = slope(trial.sampled().definition(), trial.x(), trial.cotangent(), direction);
    double actual = 0;
    double size = Math.max(1, trial.terms().ofSum(trial.cotangent()));
    double sizes = 0;
    for (int operand = 0; operand < direction.size(); operand++) {
      for (int i = 0; i < direction.get(operand).length; i++) {
        double speed = direction.get(operand)[i];
        actual += trial.gradient().get(operand)[i] * speed;
        sizes += trial.scales().get(operand)[i] * Math.abs(speed);
      }
    }
    double least = LEAST * size / Oracle.SIXTY_DIGITS.tolerance();
    double scale = sizes == 0 ? 0 : Math.max(sizes, least);
    return Comparison.of(Oracle.SIXTY_DIGITS, what, expected, actual, scale);
  }

  /** Derivative of ⟨ȳ, f⟩ along a direction. */
  static double slope(
      Definition definition, List<Operand> x, double[] cotangent, List<double[]> direction) {
    return slope(definition, x, cotangent, direction, STEP);
  }

  /** What the derivative changes by at half of the step: the size of its error. */
  static double change(
      Definition definition, List<Operand> x, double[] cotangent, List<double[]> direction) {
    return slope(definition, x, cotangent, direction, STEP)
        - slope(definition, x, cotangent, direction, STEP.mul(0.5));
  }

  private static double slope(
      Definition definition,
      List<Operand> x,
      double[] cotangent,
      List<double[]> direction,
      SixtyDigits step) {
    SixtyDigits ahead = weighted(at(definition, x, direction, step), cotangent);
    SixtyDigits behind = weighted(at(definition, x, direction, step.neg()), cotangent);
    double slope = ahead.sub(behind).div(step.mul(2)).value();
    return Math.abs(slope) < LEAST ? 0 : slope;
  }

  /** The result of a definition. */
  static double[] value(Definition definition, List<Operand> x) {
    List<double[]> still = x.stream().map(operand -> new double[operand.size()]).toList();
    return at(definition, x, still, STEP).stream().mapToDouble(SixtyDigits::value).toArray();
  }

  private static SixtyDigits weighted(List<SixtyDigits> y, double... cotangent) {
    return IntStream.range(0, cotangent.length)
        .mapToObj(j -> y.get(j).mul(cotangent[j]))
        .reduce(SixtyDigits.of(0), SixtyDigits::add);
  }

  /** f(x + t·u). */
  private static List<SixtyDigits> at(
      Definition definition, List<Operand> x, List<double[]> direction, SixtyDigits t) {
    List<Cells<SixtyDigits>> moved =
        IntStream.range(0, direction.size())
            .mapToObj(operand -> moved(x.get(operand), direction.get(operand), t))
            .toList();
    return definition.of(SixtyDigits::of, moved).values();
  }

  private static Cells<SixtyDigits> moved(Operand x, double[] speeds, SixtyDigits t) {
    return new Cells<>(
        x.shape(),
        IntStream.range(0, x.size())
            .mapToObj(i -> SixtyDigits.of(x.values()[i]).add(t.mul(speeds[i])))
            .toList());
  }
}
