package org.gradus.tensor.proofs.autograd;

import java.util.Arrays;

/**
 * A number with its derivatives by every element of every leaf: forward mode, an algorithm that
 * shares nothing with a walk back.
 *
 * @param value the number
 * @param slopes its derivatives
 */
record Dual(double value, double[] slopes) {

  static Dual constant(double value, int leaves) {
    return new Dual(value, new double[leaves]);
  }

  static Dual leaf(double value, int leaves, int index) {
    double[] slopes = new double[leaves];
    slopes[index] = 1;
    return new Dual(value, slopes);
  }

  /** A function of this number, by the chain rule. */
  Dual through(double newValue, double derivative) {
    return new Dual(newValue, Arrays.stream(slopes).map(s -> s * derivative).toArray());
  }

  Dual plus(Dual other) {
    double[] sum = slopes.clone();
    Arrays.setAll(sum, i -> slopes[i] + other.slopes[i]);
    return new Dual(value + other.value, sum);
  }

  Dual times(Dual other) {
    double[] sum = slopes.clone();
    Arrays.setAll(sum, i -> slopes[i] * other.value + value * other.slopes[i]);
    return new Dual(value * other.value, sum);
  }

  Dual times(double factor) {
    return through(value * factor, factor);
  }
}
