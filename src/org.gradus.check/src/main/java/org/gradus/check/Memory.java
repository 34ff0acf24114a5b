package org.gradus.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A function of one variable that is called once for each argument. */
final class Memory implements DoubleUnaryOperator {
  private final DoubleUnaryOperator function;
  private final Map<Double, Double> values = new HashMap<>();

  private Memory(DoubleUnaryOperator function) {
    this.function = function;
  }

  static DoubleUnaryOperator of(DoubleUnaryOperator function) {
    return new Memory(function);
  }

  @Override
  public double applyAsDouble(double t) {
    return values.computeIfAbsent(t, function::applyAsDouble);
  }
}
