package org.gradus.learn;

import java.util.Arrays;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * The linear model, whose intercept is the weight of a column of ones.
 *
 * <pre>
 *   ŷ = a₁·x₁ + … + aₖ·xₖ + b = X·w      X: [n, k + 1], its last column 1   w = (a₁, …, aₖ, b)
 * </pre>
 *
 * @param w the coefficients, the intercept last
 */
// [impl->learn~linear-model~1]
public record LinearModel(Vector<Coefficient> w) {

  /**
   * Append the column of ones to the features.
   *
   * @param features the values of k features in n rows, [n, k]; k may be 0
   * @return X, [n, k + 1]
   * @throws IllegalArgumentException if there is no row, or the rows differ in length
   */
  public static Matrix<Sample, Coefficient> inputs(double[][] features) {
    requireRows(features);
    int k = features[0].length;
    double[][] x = new double[features.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.copyOf(features[i], k + 1);
      x[i][k] = 1;
    }
    return Matrix.of(
        Dim.of(Sample.class, x.length), Dim.of(Coefficient.class, k + 1), Tensor.of(x));
  }

  /**
   * Predict: ŷ = X·w.
   *
   * @param x inputs as {@link #inputs} makes them, or rows of them
   * @throws org.gradus.tensor.ShapeException if there are more or fewer columns than coefficients
   */
  public <A extends Axis> Vector<A> predict(Matrix<A, Coefficient> x) {
    return x.matmul(w);
  }

  private static void requireRows(double[][] features) {
    if (features.length == 0) {
      throw new IllegalArgumentException(
          "linear model: the features must have at least one row; there is none");
    }
    for (int i = 0; i < features.length; i++) {
      if (features[i].length != features[0].length) {
        throw new IllegalArgumentException(
            "linear model: the rows of the features must have equal length; row 0 has %d and row %d"
                    .formatted(features[0].length, i)
                + " has %d".formatted(features[i].length));
      }
    }
  }
}
