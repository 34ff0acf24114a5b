package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.Comparison;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.Subject;
import org.gradus.check.internal.Directions;

/** Linearity of a reverse rule in its cotangent. */
// [impl->check~linearity~2]
final class Linearity {
  private Linearity() {}

  static List<Comparison> compare(Trial trial, RandomGenerator random) {
    Subject subject = trial.subject();
    List<Operand> x = trial.x();
    int size = trial.y().length;
    double[] first = Directions.draw(random, size);
    double[] second = Directions.draw(random, size);
    double[] factors = Directions.draw(random, 2);
    double[] sum = combined(factors, first, second);
    double[] sizes = new double[size];
    Arrays.setAll(sizes, j -> Math.abs(factors[0] * first[j]) + Math.abs(factors[1] * second[j]));
    List<double[]> ofFirst = subject.gradient(x, first);
    List<double[]> ofSecond = subject.gradient(x, second);
    List<double[]> ofSum = subject.gradient(x, sum);
    List<double[]> ofZero = subject.gradient(x, new double[size]);
    List<double[]> scales = trial.terms().ofGradient(sizes);
    List<Comparison> comparisons = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      double[] expected = combined(factors, ofFirst.get(operand), ofSecond.get(operand));
      double[] scale = scales.get(operand);
      for (int i = 0; i < expected.length; i++) {
        String what = "gradient by " + x.get(operand).element(i);
        comparisons.add(
            Comparison.of(
                Oracle.LINEARITY,
                what + " for a sum of cotangents",
                expected[i],
                ofSum.get(operand)[i],
                scale[i]));
        double zero = ofZero.get(operand)[i];
        if (Double.isFinite(expected[i])) {
          comparisons.add(
              Comparison.of(Oracle.LINEARITY, what + " for the cotangent zero", 0, zero, scale[i]));
        }
      }
    }
    return comparisons;
  }

  private static double[] combined(double[] factors, double[] first, double[] second) {
    double[] sum = new double[first.length];
    Arrays.setAll(sum, i -> factors[0] * first[i] + factors[1] * second[i]);
    return sum;
  }
}
