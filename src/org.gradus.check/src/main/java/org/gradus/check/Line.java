package org.gradus.check;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A derivative along a line through the point that somebody claims.
 *
 * <pre>
 *   claimed = g′(0),   g(t) = ⟨w, F(x + t·u)⟩
 * </pre>
 *
 * @param what the number in words, for example {@code gradient by x[1]}
 * @param field F, weighted by w, along u: from a point to g
 * @param x the point
 * @param direction u, the numbers of all operands one after the other
 * @param weights w
 * @param slopes the whole of a gradient that is claimed, which the claim along u is a part of;
 *     empty where it is not known
 * @param claimed the claim
 * @param terms size of the terms that g adds up, so far as it exceeds |g|
 * @param exact g′(0) from an exact oracle, where there is one
 * @param spot which entry it is, for a line along a single element
 * @param order 1 where F is the function, 2 where it is its gradient
 */
record Line(
    String what,
    Field field,
    List<Operand> x,
    double[] direction,
    double[] weights,
    double[] slopes,
    double claimed,
    double terms,
    OptionalDouble exact,
    Spot spot,
    int order) {

  /** From a point to the function of one variable that starts there. */
  interface Field {
    DoubleUnaryOperator from(List<Operand> x);
  }

  /**
   * Which entry of what is claimed.
   *
   * @param input position of the operand's element, all operands one after the other; −1 for a line
   *     along a direction
   * @param output position of the element of the result; −1 for a weighted sum of all
   */
  record Spot(int input, int output) {
    static final Spot DIRECTION = new Spot(-1, -1);

    boolean isDirection() {
      return input < 0;
    }
  }

  /** g, remembering its values. */
  DoubleUnaryOperator curve() {
    return Memory.of(field.from(x));
  }

  /** Largest |xᵢ| of those that move. */
  double reach() {
    double[] values = Content.flat(x);
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.max(largest, direction[i] == 0 ? 0 : Math.abs(values[i]));
    }
    return largest;
  }

  /** Σ |xᵢ·uᵢ|: rounding of the points on the line is relative to it. */
  double moment() {
    return size(direction, Content.flat(x));
  }

  /**
   * Σ |aᵢ·bᵢ| of the finite terms: rounding of a result, or of what is moved, is relative to it.
   */
  static double size(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double term = Math.abs(a[i] * b[i]);
      sum += Double.isFinite(term) ? term : 0;
    }
    return sum;
  }

  /** The same line of a function that adds up further terms, whose size is given. */
  Line adding(double further) {
    return new Line(
        what, field, x, direction, weights, slopes, claimed, terms + further, exact, spot, order);
  }

  /** The same line under a longer name. */
  Line at(String where) {
    return new Line(
        what + where, field, x, direction, weights, slopes, claimed, terms, exact, spot, order);
  }
}
