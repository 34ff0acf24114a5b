package org.gradus.check.proofs;

import java.util.function.DoubleUnaryOperator;

/**
 * Smooth functions with derivatives written by hand, some of them badly scaled.
 *
 * <p>Each is smooth within 0.05 of every point from {@code low} to {@code high}.
 */
enum Smooth {
  EXP(Math::exp, Math::exp, -4, 4),
  LOG(Math::log, x -> 1 / x, 0.3, 5),
  SQRT(Math::sqrt, x -> 0.5 / Math.sqrt(x), 0.3, 5),
  RECIPROCAL(x -> 1 / x, x -> -1 / (x * x), 0.3, 5),
  SINE(Math::sin, Math::cos, -4, 4),
  FAST_SINE(x -> Math.sin(30 * x), x -> 30 * Math.cos(30 * x), -4, 4),
  TANH(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x), -4, 4),
  BELL(x -> Math.exp(-x * x), x -> -2 * x * Math.exp(-x * x), -3, 3),
  POLYNOMIAL(x -> x * x * x - 2 * x, x -> 3 * x * x - 2, -4, 4),
  LINE(x -> 3 * x + 1, x -> 3, -4, 4),
  CONSTANT(x -> 7, x -> 0, -4, 4),
  HUGE(x -> 1e200 * Math.sin(x), x -> 1e200 * Math.cos(x), -4, 4),
  TINY(x -> 1e-200 * Math.sin(x), x -> 1e-200 * Math.cos(x), -4, 4),
  OFFSET(x -> 1e9 + Math.sin(x), Math::cos, -4, 4),
  NARROW(x -> 1 / (1 + 400 * x * x), x -> -800 * x / Math.pow(1 + 400 * x * x, 2), -1, 1),
  STEEP(x -> Math.exp(20 * x), x -> 20 * Math.exp(20 * x), -4, 4);

  private final DoubleUnaryOperator f;
  private final DoubleUnaryOperator derivative;
  private final double low;
  private final double high;

  Smooth(DoubleUnaryOperator f, DoubleUnaryOperator derivative, double low, double high) {
    this.f = f;
    this.derivative = derivative;
    this.low = low;
    this.high = high;
  }

  double of(double x) {
    return f.applyAsDouble(x);
  }

  double derivative(double x) {
    return derivative.applyAsDouble(x);
  }

  /** Point at {@code part} of the way from low to high. */
  double point(double part) {
    return low + part * (high - low);
  }
}
