package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
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

  /** How a reduction is called: operand, axes, keep. */
  interface Call {
    Tensor of(Tensor x, int[] axes, boolean keep);
  }

  /** How one line is folded, in any number system. */
  interface Fold {
    <S extends Real<S>> S of(Numbers<S> numbers, List<S> line);
  }

  /** A case over random axes. */
  static Case sample(String id, Draw draw, Call call, Fold fold) {
    int[] shape = Sample.shape(draw);
    boolean[] reduced = new boolean[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      reduced[axis] = draw.yes();
    }
    boolean keep = draw.yes();
    int[] axes = axes(reduced);
    return Case.of(
        id + " " + Arrays.toString(shape) + " over " + Arrays.toString(axes),
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> call.of(t, axes, keep),
        new Naive(reduced, keep, fold));
  }

  private record Naive(boolean[] reduced, boolean keep, Fold fold) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      return operands.get(0).fold(reduced, keep, line -> fold.of(numbers, line));
    }
  }
}
