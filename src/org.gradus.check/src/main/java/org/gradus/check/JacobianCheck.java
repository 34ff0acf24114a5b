package org.gradus.check;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Check of a function with many values: of its Jacobian, or of products with it.
 *
 * <pre>
 *   J[j][i] = ∂yⱼ/∂xᵢ      JVP: J·u, u a tangent      VJP: Jᵀ·ȳ, ȳ a cotangent
 *
 *   JacobianCheck.of(x -&gt; new double[] {x[0] * x[1]})
 *       .vjp((x, yBar) -&gt; new double[] {yBar[0] * x[1], yBar[0] * x[0]})
 *       .at(1.5, 2)
 *       .verify();
 * </pre>
 */
// [impl->check~jacobian-check~1]
public final class JacobianCheck {
  private JacobianCheck() {}

  /** Function from an array to an array. */
  public static VectorFunction<double[], double[]> of(UnaryOperator<double[]> f) {
    return new VectorFunction<>(Form.ARRAY, Result.ARRAY, f);
  }

  /** Function from a matrix to a matrix, both given by rows. */
  public static VectorFunction<double[][], double[][]> ofMatrix(UnaryOperator<double[][]> f) {
    return new VectorFunction<>(Form.MATRIX, Result.MATRIX, f);
  }

  /** Function from several arrays to an array. */
  public static VectorFunction<List<double[]>, double[]> ofAll(
      Function<List<double[]>, double[]> f) {
    return new VectorFunction<>(Form.ARRAYS, Result.ARRAY, f);
  }

  /**
   * From numbers to what a function gives.
   *
   * @param <B> what it gives
   */
  interface Result<B> {
    Result<double[]> ARRAY = (numbers, like) -> numbers.clone();
    Result<double[][]> MATRIX = (numbers, like) -> Operand.ofMatrix("y", like).with(numbers).rows();

    /** An object like another with numbers, in row-major order. */
    B of(double[] numbers, B like);
  }
}
