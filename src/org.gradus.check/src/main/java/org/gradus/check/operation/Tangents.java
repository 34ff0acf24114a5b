package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import org.gradus.check.Operand;
import org.gradus.tensor.op.Cells;

/** A definition read in tangents. */
// [impl->check~adjoint~2]
final class Tangents {
  private Tangents() {}

  /**
   * The result while all operands move along some directions.
   *
   * @param directions one to three, each with an array for each operand
   */
  static List<Tangent> along(Trial trial, List<List<double[]>> directions) {
    List<Cells<Tangent>> cells = new ArrayList<>();
    for (int operand = 0; operand < trial.x().size(); operand++) {
      Operand x = trial.x().get(operand);
      List<Tangent> numbers = new ArrayList<>();
      for (int i = 0; i < x.size(); i++) {
        numbers.add(Tangent.moving(x.values()[i], speeds(directions, operand, i)));
      }
      cells.add(new Cells<>(x.shape(), numbers));
    }
    double[] still = new double[directions.size()];
    return trial.sampled().definition().of(value -> Tangent.moving(value, still), cells).values();
  }

  private static double[] speeds(List<List<double[]>> directions, int operand, int i) {
    return directions.stream().mapToDouble(along -> along.get(operand)[i]).toArray();
  }
}
