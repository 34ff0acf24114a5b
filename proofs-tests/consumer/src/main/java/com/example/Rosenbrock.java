package com.example;

/** A curved valley with its floor at (1, 1): f(x, y) = (1 − x)² + 100·(y − x²)². */
final class Rosenbrock {
  private Rosenbrock() {}

  static double value(double[] p) {
    double across = 1 - p[0];
    double along = p[1] - p[0] * p[0];
    return across * across + 100 * along * along;
  }

  static double[] gradient(double[] p) {
    double across = 1 - p[0];
    double along = p[1] - p[0] * p[0];
    return new double[] {-2 * across - 400 * p[0] * along, 200 * along};
  }
}
