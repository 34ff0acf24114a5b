package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.Comparison;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Definition;

/**
 * Values and derivatives where a naive formula overflows: one operand hundreds of times as large,
 * against sixty digits.
 */
// [impl->check~sixty-digits~1]
final class Extreme {
  /** From numbers of size one to numbers around a thousand, whose exponentials are no doubles. */
  private static final double FAR = 0x1p9;

  /** A thousand times what an exponent of a thousand leaves of 2⁻⁵³, and ten. */
  private static final double TOLERANCE = 1e-12;

  /** Terms that are finite far out may cancel there: what is allowed of them is as anywhere. */
  private static final double ROUNDED = Oracle.SIXTY_DIGITS.tolerance() / TOLERANCE;

  /** The error of a difference is four thirds of what half of the step changes. */
  private static final double STATED = 2;

  private Extreme() {}

  static List<Comparison> compare(Trial trial, RandomGenerator random) {
    List<Comparison> comparisons = new ArrayList<>();
    for (int operand = 0; operand < trial.x().size(); operand++) {
      List<Operand> far = new ArrayList<>(trial.x());
      Operand near = far.get(operand);
      far.set(operand, near.moved(near.values(), FAR - 1));
      comparisons.addAll(compare(trial, far, random));
    }
    return comparisons;
  }

  private static List<Comparison> compare(Trial trial, List<Operand> x, RandomGenerator random) {
    Definition definition = trial.sampled().definition();
    double[] y;
    try {
      y = trial.subject().value(x);
    } catch (IllegalArgumentException outside) {
      return List.of();
    }
    double[] expected = HighPrecision.value(definition, x);
    Terms terms = Terms.of(definition, x);
    List<Comparison> comparisons = new ArrayList<>();
    for (int j = 0; j < y.length; j++) {
      if (!Double.isNaN(expected[j])) {
        double least = Math.max(1, ROUNDED * terms.ofValue(j));
        comparisons.add(of("value " + j + " far out", expected[j], y[j], least));
      }
    }
    if (!trial.isEmpty() && Arrays.stream(expected).allMatch(Double::isFinite)) {
      comparisons.add(slope(trial, x, terms.ofGradient(trial.cotangent()), random));
    }
    return comparisons;
  }

  private static Comparison slope(
      Trial trial, List<Operand> x, List<double[]> sizes, RandomGenerator random) {
    List<double[]> direction = Directions.draw(random, x);
    List<double[]> gradient = trial.subject().gradient(x, trial.cotangent());
    double actual = 0;
    double scale = 1;
    for (int operand = 0; operand < x.size(); operand++) {
      for (int i = 0; i < direction.get(operand).length; i++) {
        double term = gradient.get(operand)[i] * direction.get(operand)[i];
        actual += term;
        scale += Double.isFinite(term) ? Math.abs(term) : 0;
        scale += ROUNDED * sizes.get(operand)[i] * Math.abs(direction.get(operand)[i]);
      }
    }
    Definition definition = trial.sampled().definition();
    double expected = HighPrecision.slope(definition, x, trial.cotangent(), direction);
    double change = HighPrecision.change(definition, x, trial.cotangent(), direction);
    scale += Double.isFinite(change) ? STATED * Math.abs(change) / TOLERANCE : 0;
    return of("gradient along a random direction far out", expected, actual, scale);
  }

  private static Comparison of(String what, double expected, double actual, double least) {
    double scale = Double.isFinite(expected) ? Math.max(Math.abs(expected), least) : least;
    return new Comparison(Oracle.SIXTY_DIGITS, what, expected, actual, scale, TOLERANCE * scale);
  }
}
