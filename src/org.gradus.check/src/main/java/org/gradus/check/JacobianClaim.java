package org.gradus.check;

import java.util.List;
import java.util.function.Function;
import org.gradus.check.internal.Directions;

/**
 * A Jacobian, J[j][i] = ∂yⱼ/∂xᵢ.
 *
 * @param rule from operands to the rows of J, all operands one after the other in each
 */
record JacobianClaim(Function<List<Operand>, double[][]> rule) implements Claim {

  @Override
  public String title() {
    return "Jacobian";
  }

  @Override
  public List<Line> lines(Site site) {
    double[][] jacobian = rule.apply(site.x());
    Rows.require("the Jacobian", jacobian, site.y().length, site.size());
    site.steady(
        "the Jacobian", Content.flat(jacobian).length, () -> Content.flat(rule.apply(site.x())));
    return new PushClaim((x, u) -> Rows.times(jacobian, u)).lines(site);
  }

  @Override
  public void call(List<Operand> x, int values, double special) {
    rule.apply(x);
  }

  /** Matrices by rows. */
  static final class Rows {
    private Rows() {}

    static void require(String what, double[][] matrix, int rows, int columns) {
      String wanted = "[" + rows + ", " + columns + "]";
      if (matrix.length != rows) {
        throw Fault.wrongLength(what, wanted, matrix.length + " rows");
      }
      for (int j = 0; j < rows; j++) {
        if (matrix[j].length != columns) {
          throw Fault.wrongLength(
              what, wanted, "row " + j + " with " + matrix[j].length + " numbers");
        }
      }
    }

    static double[] times(double[][] matrix, double[] u) {
      double[] product = new double[matrix.length];
      for (int j = 0; j < product.length; j++) {
        product[j] = Directions.inner(matrix[j], u);
      }
      return product;
    }
  }
}
