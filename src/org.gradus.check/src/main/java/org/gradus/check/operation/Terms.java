package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.check.Operand;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;

/**
 * Size of the terms that the value of a definition and its gradients are added up from.
 *
 * <p>Rounding is relative to the terms, not to their sum, which may cancel; so a tolerance is
 * relative to this. All sizes are those of {@link Tangent}, for all elements at once: the steps of
 * the definition are noted on a tape, each with the most that it enlarges an error by.
 */
// [impl->check~terms~1]
final class Terms {
  private final Tape tape;
  private final List<Operand> x;
  private final List<Weighed> y;

  private Terms(Tape tape, List<Operand> x, List<Weighed> y) {
    this.tape = tape;
    this.x = x;
    this.y = y;
  }

  /** Read a definition at a point. */
  static Terms of(Definition definition, List<Operand> x) {
    Tape tape = new Tape();
    List<Cells<Weighed>> cells = new ArrayList<>();
    for (Operand operand : x) {
      List<Weighed> numbers = Arrays.stream(operand.values()).mapToObj(tape::constant).toList();
      cells.add(new Cells<>(operand.shape(), numbers));
    }
    return new Terms(tape, x, definition.of(tape, cells).values());
  }

  /** Size of the terms of one element of the result; 0 where it is not finite. */
  double ofValue(int j) {
    return finite(y.get(j).size());
  }

  /** Size of the terms of ⟨w, y⟩ = Σⱼ wⱼ·yⱼ; what is not finite adds nothing. */
  double ofSum(double... weights) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += Math.abs(weights[j]) * ofValue(j);
    }
    return sum;
  }

  /**
   * Sizes of the terms of x̄ᵢ = Σⱼ ȳⱼ·∂yⱼ/∂xᵢ, an array for each operand; 0 where xᵢ takes no part,
   * and where a size is not finite: then only equal numbers agree.
   *
   * @param cotangent ȳ, of which only the sizes count
   */
  List<double[]> ofGradient(double... cotangent) {
    double[] weights = new double[tape.length()];
    for (int j = 0; j < cotangent.length; j++) {
      weights[y.get(j).place()] += Math.abs(cotangent[j]);
    }
    tape.backward(weights);
    List<double[]> sizes = new ArrayList<>();
    int next = 0;
    for (Operand operand : x) {
      double[] part = Arrays.copyOfRange(weights, next, next + operand.size());
      Arrays.setAll(part, i -> finite(part[i]));
      sizes.add(part);
      next += operand.size();
    }
    return sizes;
  }

  private static double finite(double size) {
    return Double.isFinite(size) ? size : 0;
  }
}
