package org.gradus.check.junit.proofs;

import java.util.Arrays;
import org.gradus.check.GradientCheck;

/**
 * Sum of softplus over an array, f(x) = Σᵢ log(1 + exp xᵢ), with a right and two wrong gradients.
 */
final class Softplus {
  private Softplus() {}

  static double value(double[] x) {
    return Arrays.stream(x).map(Math::exp).map(Math::log1p).sum();
  }

  static double[] gradient(double[] x) {
    return Arrays.stream(x).map(v -> 1 / (1 + Math.exp(-v))).toArray();
  }

  static double[] negated(double[] x) {
    return Arrays.stream(gradient(x)).map(v -> -v).toArray();
  }

  /** Right where no element exceeds one, wrong elsewhere. */
  static double[] clipped(double[] x) {
    return Arrays.stream(gradient(x)).map(v -> Math.min(v, 1 / (1 + Math.exp(-1)))).toArray();
  }

  static GradientCheck right() {
    return GradientCheck.of(Softplus::value).gradient(Softplus::gradient).named("softplus");
  }

  static GradientCheck wrong() {
    return GradientCheck.of(Softplus::value).gradient(Softplus::negated).named("softplus");
  }
}
