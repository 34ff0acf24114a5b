package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.Operand;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;

/**
 * All partial derivatives of a definition at a point, by exact forward mode.
 *
 * <pre>
 *   J[j][i] = ∂yⱼ/∂xᵢ
 * </pre>
 *
 * @param shape shape of the result
 * @param value the result, in row-major order
 * @param partials for each element of the result, for each operand, the derivative by each element
 */
// [impl->check~forward-mode~2]
record Jacobian(int[] shape, double[] value, List<List<double[]>> partials) {

  /**
   * Interpret a definition in truncated Taylor series, one parameter for each element of each
   * operand.
   */
  static Jacobian of(Definition definition, List<Operand> x) {
    int parameters = Math.max(x.stream().mapToInt(Operand::size).sum(), 1);
    List<Cells<Taylor>> cells = new ArrayList<>();
    int next = 0;
    for (Operand operand : x) {
      List<Taylor> numbers = new ArrayList<>();
      for (double value : operand.values()) {
        numbers.add(new Taylor(new DerivativeStructure(parameters, 1, next++, value)));
      }
      cells.add(new Cells<>(operand.shape(), numbers));
    }
    Cells<Taylor> y =
        definition.of(c -> new Taylor(new DerivativeStructure(parameters, 1, c)), cells);
    List<List<double[]>> partials = new ArrayList<>();
    for (Taylor number : y.values()) {
      partials.add(split(number.series().getAllDerivatives(), x));
    }
    double[] value = y.values().stream().mapToDouble(Taylor::value).toArray();
    return new Jacobian(y.shape(), value, partials);
  }

  /**
   * Partial derivatives of one number, operand by operand; the first of {@code all} is its value.
   */
  static List<double[]> split(double[] all, List<Operand> x) {
    List<double[]> parts = new ArrayList<>();
    int next = 1;
    for (Operand operand : x) {
      parts.add(Arrays.copyOfRange(all, next, next + operand.size()));
      next += operand.size();
    }
    return parts;
  }

  /** x̄ = Jᵀ·ȳ for one operand. */
  double[] gradient(int operand, int size, double[] cotangent) {
    double[] sum = new double[size];
    for (int j = 0; j < cotangent.length; j++) {
      double[] row = partials.get(j).get(operand);
      for (int i = 0; i < size; i++) {
        sum[i] += cotangent[j] * row[i];
      }
    }
    return sum;
  }
}
