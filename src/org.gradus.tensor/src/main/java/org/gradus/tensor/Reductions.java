package org.gradus.tensor;

import java.util.Arrays;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.ops.Amax;
import org.gradus.tensor.internal.ops.Amin;
import org.gradus.tensor.internal.ops.AxisCheck;
import org.gradus.tensor.internal.ops.Extremes;
import org.gradus.tensor.internal.ops.LogSumExp;
import org.gradus.tensor.internal.ops.Max;
import org.gradus.tensor.internal.ops.Mean;
import org.gradus.tensor.internal.ops.Min;
import org.gradus.tensor.internal.ops.Norm;
import org.gradus.tensor.internal.ops.Prod;
import org.gradus.tensor.internal.ops.ShapeCheck;
import org.gradus.tensor.internal.ops.Std;
import org.gradus.tensor.internal.ops.Sum;
import org.gradus.tensor.internal.ops.SumTo;
import org.gradus.tensor.internal.ops.Suspicion;
import org.gradus.tensor.internal.ops.Var;

/**
 * Folds of axes: sums, means, products, norms and extremes of a tensor of any rank.
 *
 * <p>Axes are counted from 0; a negative one counts from the end. A folded axis is dropped unless
 * it is kept with length one.
 */
public abstract sealed class Reductions extends Elementwise<Tensor> permits Axiswise {
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

  /** Unbiased standard deviation of all elements, the root of the variance. */
  public Tensor std() {
    return std(AxisCheck.allAxes(tensor()), 1, false);
  }

  /**
   * Standard deviation over some axes, the root of the variance; the gradient of equal elements is
   * 0. A {@link Warnings warning} says where there are too few elements.
   *
   * @param correction subtracted from the number of elements in the divisor: 1 for the unbiased
   *     variance, 0 for the biased
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   */
  public Tensor std(int[] axes, int correction, boolean keep) {
    boolean[] reduced = AxisCheck.reduced("std", axes, tensor());
    Suspicion.tooFew("std", tensor(), reduced, correction).ifPresent(Warnings::warn);
    return made(new Std(tensor(), reduced, correction, keep));
  }

  /** Product of all elements, in row-major order; 1 of none. */
  public Tensor prod() {
    return tensor().flatten().prod(0, false);
  }

  /**
   * Product along an axis; 1 of none.
   *
   * @param keep whether the axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Tensor prod(int axis, boolean keep) {
    return made(new Prod(tensor(), AxisCheck.axis("prod", axis, tensor()), keep));
  }

  /**
   * Norm of all elements as one vector.
   *
   * @param p exponent: 2 for the Euclidean norm, 1 for the sum of sizes, ∞ for the largest size, 0
   *     for the number of elements that are not zero
   * @throws IllegalArgumentException if {@code p} is negative or NaN
   */
  public Tensor norm(double p) {
    return norm(p, AxisCheck.allAxes(tensor()), false);
  }

  /**
   * Norm over some axes; 0 of no element.
   *
   * <pre>
   *   y = (Σ |x|ᵖ)^(1/p)
   * </pre>
   *
   * @param p exponent: 2 for the Euclidean norm, 1 for the sum of sizes, ∞ for the largest size, 0
   *     for the number of elements that are not zero
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if {@code p} is negative or NaN, or an axis is named twice
   */
  public Tensor norm(double p, int[] axes, boolean keep) {
    return made(new Norm(tensor(), p, AxisCheck.reduced("norm", axes, tensor()), keep));
  }

  /** ln Σ exp x over all elements, without overflow; −∞ of none. */
  public Tensor logSumExp() {
    return logSumExp(AxisCheck.allAxes(tensor()), false);
  }

  /** ln Σ exp x over some axes, which are dropped. */
  public Tensor logSumExp(int... axes) {
    return logSumExp(axes, false);
  }

  /**
   * ln Σ exp x over some axes, without overflow; −∞ of none.
   *
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   */
  public Tensor logSumExp(int[] axes, boolean keep) {
    return made(new LogSumExp(tensor(), AxisCheck.reduced("logSumExp", axes, tensor()), keep));
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
    return max(axis, false);
  }

  /**
   * Largest element along an axis and where it stands; the first of a tie, which gets the whole
   * gradient.
   *
   * @param keep whether the axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  public Extreme max(int axis, boolean keep) {
    return extreme("max", axis, 1, keep);
  }

  /**
   * Smallest element along an axis and where it stands; the first of a tie, which gets the whole
   * gradient.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  public Extreme min(int axis) {
    return min(axis, false);
  }

  /**
   * Smallest element along an axis and where it stands; the first of a tie, which gets the whole
   * gradient.
   *
   * @param keep whether the axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  public Extreme min(int axis, boolean keep) {
    return extreme("min", axis, -1, keep);
  }

  private Extreme extreme(String operation, int axis, int sign, boolean keep) {
    int a = AxisCheck.axis(operation, axis, tensor());
    IndexTensor indices = places(operation, a, sign, keep);
    return new Extreme(Extremes.alongAxis(tensor(), a, indices), indices);
  }

  private IndexTensor places(String operation, int axis, int sign, boolean keep) {
    int a = AxisCheck.axis(operation, axis, tensor());
    ShapeCheck.axisNotEmpty(operation, a, tensor());
    return Kernels.argExtreme(tensor(), a, sign, keep);
  }

  /** Largest of all elements, as {@link #amax(int[], boolean)}. */
  public Tensor amax() {
    return amax(AxisCheck.allAxes(tensor()), false);
  }

  /** Largest element over some axes, which are dropped. */
  public Tensor amax(int... axes) {
    return amax(axes, false);
  }

  /**
   * Largest element over some axes; NaN wins. A tie shares the gradient evenly, unlike along an
   * axis of {@link #max(int)}, and a NaN makes all of it NaN.
   *
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   * @throws ShapeException if a reduced axis is empty
   */
  public Tensor amax(int[] axes, boolean keep) {
    return made(new Amax(tensor(), AxisCheck.reducedNotEmpty("amax", axes, tensor()), keep));
  }

  /** Smallest of all elements, as {@link #amin(int[], boolean)}. */
  public Tensor amin() {
    return amin(AxisCheck.allAxes(tensor()), false);
  }

  /** Smallest element over some axes, which are dropped. */
  public Tensor amin(int... axes) {
    return amin(axes, false);
  }

  /**
   * Smallest element over some axes; NaN wins. A tie shares the gradient evenly, unlike along an
   * axis of {@link #min(int)}, and a NaN makes all of it NaN.
   *
   * @param keep whether a reduced axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws IllegalArgumentException if an axis is named twice
   * @throws ShapeException if a reduced axis is empty
   */
  public Tensor amin(int[] axes, boolean keep) {
    return made(new Amin(tensor(), AxisCheck.reducedNotEmpty("amin", axes, tensor()), keep));
  }

  /**
   * Where the largest element along an axis stands; the first of a tie.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  public IndexTensor argmax(int axis) {
    return argmax(axis, false);
  }

  /**
   * Where the largest element along an axis stands; the first of a tie.
   *
   * @param keep whether the axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  // [impl->op~argmax~1]
  public IndexTensor argmax(int axis, boolean keep) {
    return places("argmax", axis, 1, keep);
  }

  /**
   * Where the smallest element along an axis stands; the first of a tie.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  public IndexTensor argmin(int axis) {
    return argmin(axis, false);
  }

  /**
   * Where the smallest element along an axis stands; the first of a tie.
   *
   * @param keep whether the axis stays with length one
   * @throws IndexOutOfBoundsException if there is no such axis
   * @throws ShapeException if the axis is empty
   */
  // [impl->op~argmin~1]
  public IndexTensor argmin(int axis, boolean keep) {
    return places("argmin", axis, -1, keep);
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
