package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Sample;

/**
 * What sum, mean and variance share: axes that are folded away, and spread out again on the way
 * back.
 */
final class Reduction {
  private Reduction() {}

  /** Number of elements that are folded into one. */
  static int count(int[] shape, boolean[] reduced) {
    int count = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      count *= reduced[axis] ? shape[axis] : 1;
    }
    return count;
  }

  /** A result whose folded axes have length one, without them unless they are kept. */
  static Tensor folded(Tensor y, int[] shape, boolean[] reduced, boolean keep) {
    int[] target = Shapes.reduce(shape, reduced, keep);
    return Kernels.view(y, layout -> Layout.rowMajor(target));
  }

  /** Repeat a reduced tensor along the axes that were folded away. */
  static Tensor spread(Tensor y, int[] shape, boolean[] reduced) {
    return y.reshape(Shapes.reduce(shape, reduced, true)).expand(shape);
  }

  /** Axes that are reduced, by number. */
  static int[] axes(boolean[] reduced) {
    int[] axes = new int[0];
    for (int axis = 0; axis < reduced.length; axis++) {
      if (reduced[axis]) {
        axes = Shapes.append(axes, axis);
      }
    }
    return axes;
  }

  /** A case over random axes, of numbers around zero. */
  static Case sample(String id, Draw draw, Folding.Call call, Folding.Fold fold) {
    return sample(id, draw, Domain.AROUND_ZERO, call, fold);
  }

  /** A case over random axes. */
  static Case sample(String id, Draw draw, Domain domain, Folding.Call call, Folding.Fold fold) {
    Folding folding = Folding.draw(draw, 0);
    Tensor x = Sample.tensor(draw, domain, folding.shape());
    return folding.of(id, x, call, fold);
  }
}
