package org.gradus.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.kernel.Shapes;

/** Random tensors; the generator is always passed in. */
// [impl->tensor~random~1]
final class Random {
  private Random() {}

  static void checkRange(double low, double high) {
    if (!(low <= high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "uniform_: the lower bound must not exceed the upper, and their distance be finite\n"
              + "  low   "
              + low
              + "\n  high  "
              + high);
    }
  }

  static void checkDeviation(double deviation) {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException(
          "normal_: the standard deviation must not be negative\n  given  " + deviation);
    }
  }

  static Tensor uniform(double low, double high, RandomGenerator random, int... shape) {
    double[] values = new double[Shapes.size(shape)];
    double last = low < high ? Math.nextDown(high) : low;
    Arrays.setAll(values, i -> Math.min(low + (high - low) * random.nextDouble(), last));
    return Tensor.over(values, shape);
  }

  static Tensor normal(double mean, double deviation, RandomGenerator random, int... shape) {
    double[] values = new double[Shapes.size(shape)];
    Arrays.setAll(values, i -> mean + deviation * random.nextGaussian());
    return Tensor.over(values, shape);
  }
}
