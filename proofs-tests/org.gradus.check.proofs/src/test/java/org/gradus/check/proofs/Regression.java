package org.gradus.check.proofs;

import java.util.Arrays;

/**
 * A problem of linear regression with a start for gradient descent, in plain loops.
 *
 * <pre>
 *   L(w) = ‖X·w − y‖² / n          x: [n, d]   y: [n]   w0: [d]
 * </pre>
 */
record Regression(double[][] x, double[] y, double[] w0) {

  int rows() {
    return x.length;
  }

  int columns() {
    return x[0].length;
  }

  /** X·w. */
  double[] predict(double[] w) {
    double[] prediction = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        prediction[i] += x[i][j] * w[j];
      }
    }
    return prediction;
  }

  /** ∇L = 2·Xᵀ·(X·w − y) / n. */
  double[] gradient(double[] w) {
    double[] prediction = predict(w);
    double[] gradient = new double[columns()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        gradient[j] += 2 * x[i][j] * (prediction[i] - y[i]) / rows();
      }
    }
    return gradient;
  }

  /** One step of gradient descent: w − η·∇L(w). */
  double[] step(double eta, double[] w) {
    double[] gradient = gradient(w);
    double[] next = new double[columns()];
    for (int j = 0; j < columns(); j++) {
      next[j] = w[j] - eta * gradient[j];
    }
    return next;
  }

  /** Size of the terms that add up to a gradient: 2·‖X‖·(‖X‖·‖w‖ + ‖y‖) / n. */
  double gradientScale(double[] w) {
    double norm = Math.sqrt(Arrays.stream(x).mapToDouble(row -> dot(row, row)).sum());
    return 2 * norm * (norm * norm(w) + norm(y)) / rows();
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  @Override
  public String toString() {
    return "x = %s, y = %s, w0 = %s"
        .formatted(Arrays.deepToString(x), Arrays.toString(y), Arrays.toString(w0));
  }
}
