package org.gradus.check;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random cotangents and directions: numbers of size one and both signs, none of them near zero. */
final class Directions {
  private static final double LEAST = 0.25;

  private Directions() {}

  static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static double[] ones(int size) {
    double[] values = new double[size];
    Arrays.fill(values, 1);
    return values;
  }

  static double[] draw(RandomGenerator random, int size) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> (random.nextBoolean() ? 1 : -1) * random.nextDouble(LEAST, 1));
    return values;
  }

  static List<double[]> draw(RandomGenerator random, List<Operand> x) {
    return x.stream().map(operand -> draw(random, operand.size())).toList();
  }
}
