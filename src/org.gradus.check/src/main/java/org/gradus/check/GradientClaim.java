package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.gradus.check.internal.Directions;

/**
 * A gradient x̄ = Jᵀ·ȳ, for the cotangent 1 or for random ones.
 *
 * @param rule from operands and a cotangent to x̄, all operands one after the other
 * @param takesCotangent whether the rule multiplies by a cotangent
 */
record GradientClaim(BiFunction<List<Operand>, double[], double[]> rule, boolean takesCotangent)
    implements Claim {

  @Override
  public String title() {
    return "gradient";
  }

  @Override
  public List<Line> lines(Site site) {
    double[] y = site.y();
    double[] cotangent = takesCotangent ? site.cotangent() : Directions.ones(y.length);
    List<Line> lines = lines(site, cotangent, gradient(site, cotangent));
    if (takesCotangent) {
      double[] other = site.cotangent();
      double[] second = gradient(site, other);
      for (double[] u : site.directions()) {
        lines.add(along("gradient for another cotangent", site, u, other, second));
      }
    }
    return lines;
  }

  /** Lines of a gradient that is known: along elements, then along directions. */
  static List<Line> lines(Site site, double[] cotangent, double[] gradient) {
    List<Line> lines = new ArrayList<>();
    for (int i : site.elements()) {
      lines.add(
          site.line(
              "gradient by " + site.element(i),
              site.unit(i),
              cotangent,
              gradient[i],
              gradient,
              new Line.Spot(i, -1)));
    }
    for (double[] u : site.directions()) {
      lines.add(along("gradient along a random direction", site, u, cotangent, gradient));
    }
    return lines;
  }

  private static Line along(
      String what, Site site, double[] u, double[] cotangent, double[] gradient) {
    double claimed = Directions.inner(gradient, u);
    return site.line(what, u, cotangent, claimed, gradient, Line.Spot.DIRECTION);
  }

  private double[] gradient(Site site, double[] cotangent) {
    return site.steady("the gradient", site.size(), () -> rule.apply(site.x(), cotangent));
  }

  @Override
  public void call(List<Operand> x, int values, double special) {
    rule.apply(x, Directions.filled(values, special));
  }
}
