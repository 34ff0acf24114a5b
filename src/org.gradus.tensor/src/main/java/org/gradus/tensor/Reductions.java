package org.gradus.tensor;

import java.util.Arrays;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.ops.AxisCheck;
import org.gradus.tensor.internal.ops.Extremes;
import org.gradus.tensor.internal.ops.Max;
import org.gradus.tensor.internal.ops.Mean;
import org.gradus.tensor.internal.ops.Min;
import org.gradus.tensor.internal.ops.ShapeCheck;
import org.gradus.tensor.internal.ops.Sum;
import org.gradus.tensor.internal.ops.SumTo;
import org.gradus.tensor.internal.ops.Suspicion;
import org.gradus.tensor.internal.ops.Var;

/**
 * Folds of axes: sums, means and extremes of a tensor of any rank.
 *
 * <p>Axes are counted from 0; a negative one counts from the end. A folded axis is dropped unless
 * it is kept with length one.
 */
public abstract sealed class Reductions extends Elementwise<Tensor> permits Tensor {
  Reductions() {}

  /** Sum of all elements, in row-major order; 0 of none. */
  public Tensor sum() {
    return sum(AxisCheck.allAxes(tensor()), false);
  }

  /** Sum over some axes, which are dropped. */
  public Tensor sum(int... axes) {
    return sum(axes, false);
  }

  /**
   * Sum over some axes, in row-major order; 0 of none.
   *
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   */
  public Tensor sum(int[] axes, boolean keep) {
    return made(new Sum(tensor(), AxisCheck.reduced("sum", axes, tensor()), keep));
  }

  /**
   * Sum over the axes that were broadcast, so that the result has the shape {@code shape}: the
   * adjoint of {@link Tensor#expand}. A view where no axis was.
   *
   * @throws ShapeException if {@code shape} does not expand to the shape of this
   */
  public Tensor sumTo(int... shape) {
    if (Arrays.equals(shape, shape())) {
      return tensor().view(shape);
    }
    ShapeCheck.sumTo(shape, tensor());
    return made(new SumTo(tensor(), shape.clone()));
  }

  /** Mean of all elements; NaN of none. */
  public Tensor mean() {
    return mean(AxisCheck.allAxes(tensor()), false);
  }

  /** Mean over some axes, which are dropped. */
  public Tensor mean(int... axes) {
    return mean(axes, false);
  }

  /**
   * Mean over some axes; NaN of none.
   *
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   */
  public Tensor mean(int[] axes, boolean keep) {
    return made(new Mean(tensor(), AxisCheck.reduced("mean", axes, tensor()), keep));
  }

  /**
   * Unbiased variance of all elements: the squared distances from the mean, added and divided by n
   * − 1.
   */
  public Tensor var() {
    return var(AxisCheck.allAxes(tensor()), 1, false);
  }

  /**
   * Variance over some axes; a {@link Warnings warning} says where there are too few elements.
   *
   * @param correction subtracted from the number of elements in the divisor: 1 for the unbiased
   *     variance, 0 for the biased
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   */
  public Tensor var(int[] axes, int correction, boolean keep) {
    boolean[] reduced = AxisCheck.reduced("var", axes, tensor());
    Suspicion.tooFew("var", tensor(), reduced, correction).ifPresent(Warnings::warn);
    return made(new Var(tensor(), reduced, correction, keep));
  }

  /**
   * Largest of all elements; NaN wins. A tie shares the gradient evenly.
   *
   * @throws ShapeException if there is no element
   */
  public Tensor max() {
    ShapeCheck.notEmpty("max", tensor());
    return made(new Max(tensor()));
  }

  /**
   * Smallest of all elements; NaN wins. A tie shares the gradient evenly.
   *
   * @throws ShapeException if there is no element
   */
  public Tensor min() {
    ShapeCheck.notEmpty("min", tensor());
    return made(new Min(tensor()));
  }

  /**
   * Largest element along an axis and where it stands; the first of a tie, which gets the whole
   * gradient.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  public Extreme max(int axis) {
    return extreme("max", axis, 1);
  }

  /**
   * Smallest element along an axis and where it stands; the first of a tie, which gets the whole
   * gradient.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  public Extreme min(int axis) {
    return extreme("min", axis, -1);
  }

  private Extreme extreme(String operation, int axis, int sign) {
    int a = AxisCheck.axis(operation, axis, tensor());
    ShapeCheck.axisNotEmpty(operation, a, tensor());
    IndexTensor indices = Kernels.argExtreme(tensor(), a, sign, false);
    return new Extreme(Extremes.alongAxis(tensor(), a, indices), indices);
  }

  /**
   * Where the largest element along an axis stands; the first of a tie.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  // [impl->op~argmax~1]
  public IndexTensor argmax(int axis) {
    int a = AxisCheck.axis("argmax", axis, tensor());
    ShapeCheck.axisNotEmpty("argmax", a, tensor());
    return Kernels.argExtreme(tensor(), a, 1, false);
  }

  /**
   * Where the smallest element along an axis stands; the first of a tie.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  // [impl->op~argmin~1]
  public IndexTensor argmin(int axis) {
    int a = AxisCheck.axis("argmin", axis, tensor());
    ShapeCheck.axisNotEmpty("argmin", a, tensor());
    return Kernels.argExtreme(tensor(), a, -1, false);
  }

  /**
   * Row-major position of the largest of all elements; the first of a tie.
   *
   * @throws ShapeException if there is no element
   */
  public int argmax() {
    ShapeCheck.notEmpty("argmax", tensor());
    return tensor().flatten().argmax(0).at(0);
  }

  /**
   * Row-major position of the smallest of all elements; the first of a tie.
   *
   * @throws ShapeException if there is no element
   */
  public int argmin() {
    ShapeCheck.notEmpty("argmin", tensor());
    return tensor().flatten().argmin(0).at(0);
  }
}
