package org.gradus.check;

import java.util.function.DoubleUnaryOperator;

/**
 * Noise of a function of one variable: what its values jump by between points so close that it
 * should run straight through them.
 *
 * <pre>
 *   σ² = γ·mean (Δ⁶f)²,   γ = (6!)²/12!
 * </pre>
 *
 * <p>The sixth difference Δ⁶ of a smooth function at a small distance is next to nothing, and that
 * of independent errors of variance σ² has the variance σ²/γ (J. J. Moré and S. M. Wild, SIAM
 * Journal on Scientific Computing 33, 2011).
 */
final class Noise {
  private static final int ORDER = 6;
  private static final int POINTS = 13;
  private static final double GAMMA = 720.0 * 720.0 / 479001600.0;

  private Noise() {}

  /**
   * Shorter distances in no ratio of whole numbers: at one alone, the steps of a rounded function
   * can fall exactly between the points.
   */
  private static final double[] PARTS = {1, 0.8541, 0.6931, 0.5772};

  /**
   * Noise near 0, absolute.
   *
   * @param distance largest distance of neighboring points
   */
  static double of(DoubleUnaryOperator f, double distance) {
    double most = 0;
    for (double part : PARTS) {
      most = Math.max(most, at(f, part * distance));
    }
    return most;
  }

  private static double at(DoubleUnaryOperator f, double distance) {
    double[] differences = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      differences[i] = f.applyAsDouble((i - POINTS / 2) * distance);
    }
    for (int order = 1; order <= ORDER; order++) {
      for (int i = 0; i < POINTS - order; i++) {
        differences[i] = differences[i + 1] - differences[i];
      }
    }
    double sum = 0;
    for (int i = 0; i < POINTS - ORDER; i++) {
      sum += differences[i] * differences[i];
    }
    return Math.sqrt(GAMMA * sum / (POINTS - ORDER));
  }
}
