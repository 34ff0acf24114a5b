package org.gradus.check.internal;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gradus.check.Operand;

/** Random cotangents and directions: numbers of size one and both signs, none of them near zero. */
public final class Directions {
  private static final double LEAST = 0.25;

  private Directions() {}

  /** Generator of random numbers, the same for the same seed. */
  public static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Ones alone. */
  public static double[] ones(int size) {
    return filled(size, 1);
  }

  /** One number alone. */
  public static double[] filled(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }

  /** An array of such numbers. */
  public static double[] draw(RandomGenerator random, int size) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> (random.nextBoolean() ? 1 : -1) * random.nextDouble(LEAST, 1));
    return values;
  }

  /** One such array for each operand. */
  public static List<double[]> draw(RandomGenerator random, List<Operand> x) {
    return x.stream().map(operand -> draw(random, operand.size())).toList();
  }

  /** ⟨a, b⟩ = Σᵢ aᵢ·bᵢ. */
  public static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
