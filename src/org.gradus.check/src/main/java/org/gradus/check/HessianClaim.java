package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gradus.check.JacobianClaim.Rows;
import org.gradus.check.internal.Directions;

/**
 * A product H·v with the second derivatives of a function with one value.
 *
 * @param title what is claimed, in a word or two
 * @param rule from operands and v, all operands one after the other, to H·v
 */
// [impl->check~second-derivatives~1]
record HessianClaim(String title, BiFunction<List<Operand>, double[], double[]> rule)
    implements Claim {
  /** Up to so many elements each entry is compared; every one costs a derivative. */
  private static final int MOST = 16;

  /**
   * Claim of all entries of H, which must be symmetric.
   *
   * @param hessian from operands to the rows of H
   */
  static Claim of(Function<List<Operand>, double[][]> hessian) {
    return new HessianClaim(
        "Hessian",
        (x, v) -> {
          double[][] rows = hessian.apply(x);
          Rows.require("the Hessian", rows, v.length, v.length);
          return Rows.times(rows, v);
        });
  }

  @Override
  public boolean isSecondOrder() {
    return true;
  }

  @Override
  public List<Line> lines(Site site) {
    if (site.y().length != 1) {
      throw Fault.wrongLength("the value of a function with a " + title, 1, site.y().length);
    }
    List<Line> lines = new ArrayList<>();
    int[] elements = site.elements();
    for (int i : elements) {
      double[] u = site.unit(i);
      double[] column = product(site, u);
      for (int j = 0; j < site.size() && site.size() <= MOST; j++) {
        lines.add(
            site.secondOrder(
                title + " by " + site.element(j) + " and " + site.element(i),
                u,
                site.unit(j),
                column[j],
                new Line.Spot(i, j)));
      }
      if (site.size() > MOST) {
        double[] w = Directions.draw(Directions.generator(i), site.size());
        String what = title + " by " + site.element(i) + " and along a random direction";
        lines.add(site.secondOrder(what, u, w, Directions.inner(w, column), new Line.Spot(i, -1)));
      }
    }
    for (double[] u : site.directions()) {
      double[] w = Directions.draw(Directions.generator(lines.size()), site.size());
      double claimed = Directions.inner(w, product(site, u));
      String what = title + " along two random directions";
      lines.add(site.secondOrder(what, u, w, claimed, Line.Spot.DIRECTION));
    }
    return lines;
  }

  private double[] product(Site site, double[] v) {
    return site.steady("the " + title, site.size(), () -> rule.apply(site.x(), v));
  }

  @Override
  public void call(List<Operand> x, int values, double special) {
    rule.apply(x, Directions.filled(Content.size(x), special));
  }
}
