package com.example;

/** Logistic regression on arrays: which of two classes a row of features belongs to. */
final class LogisticRegression {
  private final double[][] features;
  private final double[] labels;

  /** A model of rows of features, each with the label 0 or 1. */
  LogisticRegression(double[][] features, double[] labels) {
    this.features = features;
    this.labels = labels;
  }

  // region logistic
  /** Mean over the rows of log(1 + exp z) − label·z, with z = w·x. */
  double loss(double[] w) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      double z = dot(features[i], w);
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - labels[i] * z;
    }
    return sum / features.length;
  }

  double[] gradient(double[] w) {
    double[] gradient = new double[w.length];
    for (int i = 0; i < features.length; i++) {
      double error = 1 / (1 + Math.exp(-dot(features[i], w))) - labels[i];
      for (int j = 0; j < w.length; j++) {
        gradient[j] += error * features[i][j] / features.length;
      }
    }
    return gradient;
  }

  // endregion

  private static double dot(double[] x, double[] w) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += x[j] * w[j];
    }
    return sum;
  }
}
