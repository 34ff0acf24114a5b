package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.ops.Folding;
import org.gradus.tensor.op.Mistaken;

/**
 * A reduction on its way back: what a wrong rule reads.
 *
 * @param x operand
 * @param y result, its folded axes with length one
 * @param yBar gradient that comes in, of the shape of {@code y}
 * @param axes folded axes, some of them counted from the end
 */
record Fold(Tensor x, Tensor y, Tensor yBar, int[] axes) {

  /** A reverse rule of a reduction. */
  interface Rule {
    Tensor gradient(Fold fold);
  }

  /** Run the right line with a wrong rule. */
  static Tensor apply(Tensor x, int[] axes, boolean keep, Folding.Call right, Rule wrong) {
    return Mistaken.apply(
        List.of(x),
        t -> right.of(t.get(0), axes, keep),
        (t, y, yBar) -> {
          int[] kept = kept(x, axes);
          return List.of(wrong.gradient(new Fold(x, y.reshape(kept), yBar.reshape(kept), axes)));
        });
  }

  private static int[] kept(Tensor x, int... axes) {
    int[] shape = x.shape().clone();
    for (int axis : axes) {
      shape[Math.floorMod(axis, shape.length)] = 1;
    }
    return shape;
  }

  /** Number of elements that one result is made of. */
  double n() {
    double n = 1;
    for (int axis : axes) {
      n *= x.size(axis);
    }
    return n;
  }

  /** What comes in, repeated along the folded axes. */
  Tensor spread() {
    return yBar.expand(x.shape());
  }

  /** The result, repeated along the folded axes. */
  Tensor result() {
    return y.expand(x.shape());
  }

  /** What comes in, for the first element of each line and no other. */
  Tensor toFirst() {
    return Adjoint.of(t -> first(t, axes).sum(axes, true), x.shape(), yBar);
  }

  /** The first element of each line, with axes of length one. */
  static Tensor first(Tensor x, int... axes) {
    Tensor first = x;
    for (int axis : axes) {
      first = first.slice(axis, 0, 1);
    }
    return first;
  }
}
