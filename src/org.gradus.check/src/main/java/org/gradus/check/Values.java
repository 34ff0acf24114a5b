package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Comparison of values with those of a second implementation. */
// [impl->check~reference~1]
final class Values {
  /** Two ways to a number may cancel differently: a few digits more than rounding are let pass. */
  private static final double TOLERANCE = 1e-10;

  /** Part of a point by which it is moved, to see what rounding of it may do to the value. */
  private static final double STRETCH = 1e-6;

  private Values() {}

  /**
   * Compare with every second implementation there is, at a point.
   *
   * @param usual size of a value against which a difference may be negligible
   */
  static List<Comparison> compare(
      Claims claims, List<Operand> x, double[] y, double usual, String where) {
    List<Comparison> comparisons = new ArrayList<>();
    claims.reference().ifPresent(second -> compare(second, x, y, usual, where, comparisons));
    claims
        .exact()
        .ifPresent(
            exact -> compare(at -> exact.value(Content.flat(at)), x, y, usual, where, comparisons));
    return comparisons;
  }

  private static void compare(
      Function<List<Operand>, double[]> second,
      List<Operand> x,
      double[] y,
      double usual,
      String where,
      List<Comparison> comparisons) {
    double[] expected = second.apply(x);
    if (expected.length != y.length) {
      throw Fault.wrongLength("the value", expected.length, y.length);
    }
    double[] grown = second.apply(stretched(x, 1));
    double[] sheared = second.apply(stretched(x, -1));
    for (int j = 0; j < y.length; j++) {
      double rounding =
          (Math.abs(grown[j] - expected[j]) + Math.abs(sheared[j] - expected[j])) / STRETCH;
      double size = Math.abs(expected[j]) + usual;
      double scale = Double.isFinite(rounding) ? size + rounding : size;
      String what = "value y[" + j + "]" + where;
      comparisons.add(
          new Comparison(Oracle.VALUE, what, expected[j], y[j], scale, TOLERANCE * scale));
    }
  }

  /** A point that is a little longer, or longer and shorter in turns. */
  private static List<Operand> stretched(List<Operand> x, int sign) {
    double[] values = Content.flat(x);
    double stretch = STRETCH;
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1 + stretch;
      stretch *= sign;
    }
    return Content.like(x, values);
  }
}
