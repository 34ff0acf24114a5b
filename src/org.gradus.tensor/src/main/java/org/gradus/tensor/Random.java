package org.gradus.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.kernel.Shapes;

/** Random tensors; the generator is always passed in. */
final class Random {
  private Random() {}

  static void checkRange(double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "uniform: the lower bound must not exceed the upper bound\n  low   "
              + low
              + "\n  high  "
              + high);
    }
  }

  static void checkDeviation(double deviation) {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException(
          "normal: the standard deviation must not be negative\n  given  " + deviation);
    }
  }

  static Tensor uniform(double low, double high, RandomGenerator random, int... shape) {
    double[] values = new double[Shapes.size(shape)];
    Arrays.setAll(values, i -> low + (high - low) * random.nextDouble());
    return Tensor.over(values, shape);
  }

  static Tensor normal(double mean, double deviation, RandomGenerator random, int... shape) {
    double[] values = new double[Shapes.size(shape)];
    Arrays.setAll(values, i -> mean + deviation * random.nextGaussian());
    return Tensor.over(values, shape);
  }
}
