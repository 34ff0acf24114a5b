package org.gradus.check;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.internal.Directions;

/**
 * The same function written once more in the numbers of Apache Commons Math, whose derivatives are
 * exact.
 *
 * @param function from x to y
 */
// [impl->check~exactly~1]
record Exact(UnaryOperator<DerivativeStructure[]> function) {

  /** y at a point. */
  double[] value(double[] x) {
    return values(apply(1, x, new double[x.length]));
  }

  /** ⟨w, J·u⟩. */
  double along(double[] x, double[] u, double[] w) {
    return Directions.inner(w, partial(apply(1, x, u), 1));
  }

  /** ⟨v, H·u⟩ of a function with one value. */
  double second(double[] x, double[] u, double[] v) {
    return partial(apply(2, x, u, v), 1, 1)[0];
  }

  private DerivativeStructure[] apply(int order, double[] x, double[]... directions) {
    DerivativeStructure[] moved = new DerivativeStructure[x.length];
    int parameters = directions.length;
    for (int i = 0; i < x.length; i++) {
      DerivativeStructure number = new DerivativeStructure(parameters, order, x[i]);
      for (int k = 0; k < parameters; k++) {
        number =
            number.add(
                new DerivativeStructure(parameters, order, k, 0.0).multiply(directions[k][i]));
      }
      moved[i] = number;
    }
    return function.apply(moved);
  }

  private static double[] values(DerivativeStructure[] y) {
    double[] values = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      values[j] = y[j].getValue();
    }
    return values;
  }

  private static double[] partial(DerivativeStructure[] y, int... orders) {
    double[] partials = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      partials[j] = y[j].getPartialDerivative(orders);
    }
    return partials;
  }
}
