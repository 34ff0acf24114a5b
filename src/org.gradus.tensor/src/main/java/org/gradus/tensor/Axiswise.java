package org.gradus.tensor;

import org.gradus.tensor.internal.ops.AxisCheck;
import org.gradus.tensor.internal.ops.Cumsum;
import org.gradus.tensor.internal.ops.Flip;
import org.gradus.tensor.internal.ops.LogSoftmax;
import org.gradus.tensor.internal.ops.Softmax;
import org.gradus.tensor.internal.ops.Tril;
import org.gradus.tensor.internal.ops.Triu;

/**
 * Functions along axes that keep the shape: softmax, running sums, reversals and triangles of a
 * tensor of any rank.
 *
 * <p>Axes are counted from 0; a negative one counts from the end.
 */
public abstract sealed class Axiswise extends Reductions permits Tensor {
  Axiswise() {}

  /**
   * Softmax along an axis, without overflow: positive, and each line adds up to 1.
   *
   * <pre>
   *   yᵢ = exp xᵢ / Σⱼ exp xⱼ
   * </pre>
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Tensor softmax(int axis) {
    return made(new Softmax(tensor(), AxisCheck.axis("softmax", axis, tensor())));
  }

  /**
   * Logarithm of the softmax along an axis, finite where the softmax itself is 0.
   *
   * <pre>
   *   yᵢ = xᵢ − ln Σⱼ exp xⱼ
   * </pre>
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Tensor logSoftmax(int axis) {
    return made(new LogSoftmax(tensor(), AxisCheck.axis("logSoftmax", axis, tensor())));
  }

  /**
   * Running sum along an axis, in ascending order.
   *
   * <pre>
   *   yᵢ = x₀ + … + xᵢ
   * </pre>
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Tensor cumsum(int axis) {
    return made(new Cumsum(tensor(), AxisCheck.axis("cumsum", axis, tensor())));
  }

  /**
   * Some axes reversed. A copy.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   */
  public Tensor flip(int... axes) {
    return made(new Flip(tensor(), AxisCheck.reduced("flip", axes, tensor())));
  }

  /**
   * Lower triangle of each matrix of the last two axes, zeros above it. A copy.
   *
   * @throws ShapeException if there are fewer than two axes
   */
  public Tensor tril() {
    return tril(0);
  }

  /**
   * Lower triangle of each matrix of the last two axes, zeros above it. A copy.
   *
   * @param diagonal the last diagonal that stays, {@code column − row}: 0 for the main one
   * @throws ShapeException if there are fewer than two axes
   */
  public Tensor tril(int diagonal) {
    return made(new Tril(tensor(), diagonal));
  }

  /**
   * Upper triangle of each matrix of the last two axes, zeros below it. A copy.
   *
   * @throws ShapeException if there are fewer than two axes
   */
  public Tensor triu() {
    return triu(0);
  }

  /**
   * Upper triangle of each matrix of the last two axes, zeros below it. A copy.
   *
   * @param diagonal the first diagonal that stays, {@code column − row}: 0 for the main one
   * @throws ShapeException if there are fewer than two axes
   */
  public Tensor triu(int diagonal) {
    return made(new Triu(tensor(), diagonal));
  }
}
