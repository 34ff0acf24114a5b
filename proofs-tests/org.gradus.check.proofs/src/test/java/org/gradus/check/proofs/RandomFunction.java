package org.gradus.check.proofs;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A random smooth function with its gradient by hand.
 *
 * <pre>
 *   f(x)   = Σₖ cₖ·Πᵢ xᵢ^eₖᵢ + Σₖ dₖ·φₖ(aₖ·x)
 *   ∂f/∂xᵢ = Σₖ cₖ·eₖᵢ·xᵢ^(eₖᵢ−1)·Πⱼ≠ᵢ xⱼ^eₖⱼ + Σₖ dₖ·φₖ′(aₖ·x)·aₖᵢ
 * </pre>
 */
final class RandomFunction {
  private static final int TERMS = 3;
  private static final int HIGHEST = 3;

  /** A function of one variable with its derivative. */
  private enum Shape {
    SINE(Math::sin, Math::cos),
    EXP(s -> Math.exp(0.3 * s), s -> 0.3 * Math.exp(0.3 * s)),
    TANH(Math::tanh, s -> 1 - Math.tanh(s) * Math.tanh(s)),
    WELL(s -> Math.log1p(s * s), s -> 2 * s / (1 + s * s)),
    BUMP(s -> 1 / (1 + s * s), s -> -2 * s / Math.pow(1 + s * s, 2));

    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;

    Shape(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
      this.value = value;
      this.slope = slope;
    }
  }

  private final double[] point;
  private final double[] factors;
  private final int[][] exponents;
  private final double[] weights;
  private final double[][] slants;
  private final Shape[] shapes;

  private RandomFunction(RandomGenerator random) {
    int size = random.nextInt(1, 6);
    point = random.doubles(size, -2, 2).toArray();
    factors = random.doubles(TERMS, -2, 2).toArray();
    weights = random.doubles(TERMS, -2, 2).toArray();
    exponents = new int[TERMS][];
    slants = new double[TERMS][];
    shapes = new Shape[TERMS];
    for (int k = 0; k < TERMS; k++) {
      exponents[k] = random.ints(size, 0, HIGHEST + 1).toArray();
      slants[k] = random.doubles(size, -1, 1).toArray();
      shapes[k] = Shape.values()[random.nextInt(Shape.values().length)];
    }
  }

  static RandomFunction of(long seed) {
    return new RandomFunction(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  double[] point() {
    return point.clone();
  }

  double value(double[] x) {
    double sum = 0;
    for (int k = 0; k < TERMS; k++) {
      sum += factors[k] * monomial(x, exponents[k], -1);
      sum += weights[k] * shapes[k].value.applyAsDouble(inner(slants[k], x));
    }
    return sum;
  }

  double[] gradient(double[] x) {
    double[] gradient = new double[x.length];
    for (int k = 0; k < TERMS; k++) {
      double slope = weights[k] * shapes[k].slope.applyAsDouble(inner(slants[k], x));
      for (int i = 0; i < x.length; i++) {
        gradient[i] += factors[k] * monomial(x, exponents[k], i) + slope * slants[k][i];
      }
    }
    return gradient;
  }

  double[] scaledGradient(double[] x, double factor) {
    return Arrays.stream(gradient(x)).map(g -> factor * g).toArray();
  }

  /** Product of powers, differentiated by one of its variables where that is not −1. */
  private static double monomial(double[] x, int[] exponents, int by) {
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      int e = exponents[i];
      product *= i == by ? e * Math.pow(x[i], Math.max(e - 1, 0)) : Math.pow(x[i], e);
    }
    return product;
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
