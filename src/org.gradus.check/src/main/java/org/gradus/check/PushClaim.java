package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.gradus.check.internal.Directions;

/**
 * A derivative J·u along tangents.
 *
 * @param rule from operands and a tangent, all operands one after the other, to J·u
 */
record PushClaim(BiFunction<List<Operand>, double[], double[]> rule) implements Claim {
  /** Up to so many entries of J each is compared. */
  private static final int MOST_ENTRIES = 1024;

  @Override
  public String title() {
    return "JVP";
  }

  @Override
  public List<Line> lines(Site site) {
    List<Line> lines = new ArrayList<>();
    int values = site.y().length;
    int[] elements = site.elements();
    for (int i : elements) {
      double[] u = site.unit(i);
      double[] column = push(site, u);
      String by = " by " + site.element(i);
      for (int j = 0; j < values && elements.length * values <= MOST_ENTRIES; j++) {
        double[] w = new double[values];
        w[j] = 1;
        lines.add(
            line("derivative of y[" + j + "]" + by, site, u, w, column[j], new Line.Spot(i, j)));
      }
      if (elements.length * values > MOST_ENTRIES) {
        double[] w = site.cotangent();
        double claimed = Directions.inner(w, column);
        lines.add(line("derivative" + by, site, u, w, claimed, new Line.Spot(i, -1)));
      }
    }
    for (double[] u : site.directions()) {
      double[] w = site.cotangent();
      double claimed = Directions.inner(w, push(site, u));
      lines.add(
          line("derivative along a random tangent", site, u, w, claimed, Line.Spot.DIRECTION));
    }
    return lines;
  }

  private static Line line(
      String what, Site site, double[] u, double[] w, double claimed, Line.Spot spot) {
    return site.line(what, u, w, claimed, new double[0], spot);
  }

  private double[] push(Site site, double[] u) {
    return site.steady("the JVP", site.y().length, () -> rule.apply(site.x(), u));
  }

  @Override
  public void call(List<Operand> x, int values, double special) {
    rule.apply(x, Directions.filled(Content.size(x), special));
  }
}
