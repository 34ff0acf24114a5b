package org.gradus.learn.metric;

import java.util.Arrays;
import org.gradus.learn.Sample;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * The share of the targets' spread that a prediction accounts for.
 *
 * <pre>
 *   R² = 1 − Σ (yᵢ − ŷᵢ)² / Σ (yᵢ − ȳ)²        ŷ, y: [n]   ȳ: mean of y
 * </pre>
 *
 * <p>1 where all predictions are right, 0 where the mean would do as well, negative where it would
 * do better. Sums run in the order of the samples.
 */
// [impl->learn~r-squared~1]
public final class RSquared {

  private RSquared() {}

  /**
   * Return R², at most 1.
   *
   * @param prediction ŷ, of any shape
   * @param target y, of the same shape
   * @throws ShapeException if the shapes differ
   * @throws IllegalArgumentException if the targets are all equal, or there is none
   */
  public static double of(Tensor prediction, Tensor target) {
    if (!Arrays.equals(prediction.shape(), target.shape())) {
      throw new ShapeException(
          "R²: predictions and targets must have one shape\n  predictions  %s\n  targets      %s"
              .formatted(Arrays.toString(prediction.shape()), Arrays.toString(target.shape())));
    }
    double[] guess = prediction.detach().toArray();
    double[] y = target.detach().toArray();
    if (Arrays.stream(y).allMatch(value -> value == y[0])) {
      throw new IllegalArgumentException(
          "R²: the targets must differ\n  targets  "
              + (y.length == 0 ? "none" : y.length + ", all " + y[0]));
    }
    double sum = 0;
    for (double value : y) {
      sum += value;
    }
    double mean = sum / y.length;
    double left = 0;
    double spread = 0;
    for (int i = 0; i < y.length; i++) {
      left += (y[i] - guess[i]) * (y[i] - guess[i]);
      spread += (y[i] - mean) * (y[i] - mean);
    }
    return 1 - left / spread;
  }

  /**
   * Return R², at most 1, under the conditions of the other form.
   *
   * @param prediction ŷ, [n]
   * @param target y, [n]
   */
  public static double of(Vector<Sample> prediction, Vector<Sample> target) {
    return of(prediction.tensor(), target.tensor());
  }
}
