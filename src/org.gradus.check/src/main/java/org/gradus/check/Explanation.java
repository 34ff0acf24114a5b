package org.gradus.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradus.check.internal.Directions;

/** What a wrong claim looks like: its entries are put together, and known mistakes made beside. */
final class Explanation {
  /** Up to so many entries a Jacobian is differentiated once more, to make mistakes with it. */
  private static final int MOST_ENTRIES = 256;

  private Explanation() {}

  /** The likely mistake in the entries of one claim; empty where there is no telling. */
  static Optional<String> of(Site site, List<Judgement> judgements) {
    List<Judgement> entries =
        judgements.stream()
            .filter(judgement -> !judgement.line().spot().isDirection() && !judgement.isKink())
            .toList();
    boolean matrix = entries.stream().allMatch(entry -> entry.line().spot().output() >= 0);
    int rows = matrix ? site.y().length : 0;
    boolean second = entries.stream().anyMatch(entry -> entry.line().order() == 2);
    if (entries.isEmpty() || second) {
      return Optional.empty();
    }
    double[] flat = site.flat();
    double[] x = entries.stream().mapToDouble(entry -> flat[input(entry)]).toArray();
    return Diagnosis.of(
        new Evidence(
            entries.stream().mapToDouble(entry -> entry.derivative().value()).toArray(),
            entries.stream().mapToDouble(entry -> entry.line().claimed()).toArray(),
            x,
            entries.stream().map(entry -> site.element(input(entry))).toList(),
            entries.stream().map(entry -> site.operand(input(entry))).toList(),
            site.y(),
            rows,
            matrix ? List.of() : alternatives(site, entries)));
  }

  private static int input(Judgement entry) {
    return entry.line().spot().input();
  }

  /** What a gradient would be if the cotangent, or the point, were another. */
  private static List<Evidence.Alternative> alternatives(Site site, List<Judgement> entries) {
    List<Evidence.Alternative> alternatives = new ArrayList<>();
    double[] y = site.y();
    double[] w = entries.get(0).line().weights();
    int n = site.size();
    boolean whole = entries.size() == n;
    if (y.length > 1 && n * y.length <= MOST_ENTRIES) {
      double[] ones = Directions.ones(y.length);
      double sum = Arrays.stream(w).sum();
      double[] plain = gradient(site, entries, ones);
      alternatives.add(
          new Evidence.Alternative(
              "every entry is as for a cotangent of ones: is the cotangent dropped?", plain));
      alternatives.add(
          new Evidence.Alternative(
              "every entry is as for the sum of the cotangent: is it summed before it is used?",
              scaled(plain, sum)));
      alternatives.add(
          new Evidence.Alternative(
              "every entry is as for the mean of the cotangent: is it averaged before it is used?",
              scaled(plain, sum / y.length)));
    }
    if (y.length == n && whole && n > 1 && n * n <= MOST_ENTRIES) {
      double[] transposed = new double[n];
      double[] diagonal = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double[] one = new double[n];
          one[i] = 1;
          double partial = slope(site, site.unit(j), one);
          transposed[i] += partial * w[j];
          diagonal[i] += i == j ? partial * w[j] : 0;
        }
      }
      alternatives.add(
          new Evidence.Alternative(
              "every entry is that of J·ȳ for Jᵀ·ȳ: is a transpose missing?", transposed));
      alternatives.add(
          new Evidence.Alternative(
              "every entry has the diagonal of J alone: does each value depend on all operands?",
              diagonal));
      double[] product = new double[n];
      Arrays.setAll(product, i -> y[i] * w[i]);
      alternatives.add(
          new Evidence.Alternative(
              "every entry is the value itself: is it returned for its derivative?", product));
    }
    if (y.length == n && whole) {
      alternatives.add(
          new Evidence.Alternative(
              "every entry is the derivative at y, not at x: is the result taken for the operand?",
              gradient(site.at(y), entries, w)));
    }
    return alternatives;
  }

  private static double[] scaled(double[] numbers, double factor) {
    return Arrays.stream(numbers).map(number -> factor * number).toArray();
  }

  private static double[] gradient(Site site, List<Judgement> entries, double[] w) {
    return entries.stream().mapToDouble(entry -> slope(site, site.unit(input(entry)), w)).toArray();
  }

  private static double slope(Site site, double[] u, double[] w) {
    Line line = site.line("", u, w, 0, new double[0], Line.Spot.DIRECTION);
    return Derivative.of(line.curve(), 0, Judge.STEP, line.terms()).value();
  }
}
