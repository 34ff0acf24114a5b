package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;

/**
 * Axes drawn for a case of a reduction.
 *
 * @param shape shape of the operand
 * @param reduced whether each axis is folded
 * @param axes the folded axes as the call names them, some counted from the end
 * @param keep whether a folded axis stays with length one
 */
public record Folding(int[] shape, boolean[] reduced, int[] axes, boolean keep) {

  /** How a reduction is called: operand, axes, keep. */
  public interface Call {
    Tensor of(Tensor x, int[] axes, boolean keep);
  }

  /** How one line is folded, in any number system. */
  interface Fold {
    <S extends Real<S>> S of(Numbers<S> numbers, List<S> line);
  }

  /**
   * Draw axes.
   *
   * @param least least length of a folded axis
   */
  static Folding draw(Draw draw, int least) {
    int[] shape = new int[draw.rank(0, 3)];
    boolean[] reduced = new boolean[shape.length];
    int[] axes = new int[0];
    for (int axis = 0; axis < shape.length; axis++) {
      reduced[axis] = draw.yes();
      shape[axis] = draw.length(reduced[axis] ? least : 0);
      if (reduced[axis]) {
        axes = Shapes.append(axes, fromEitherEnd(draw, axis, shape.length));
      }
    }
    draw.option("axes", Arrays.toString(axes));
    return new Folding(shape, reduced, axes, draw.option("keep", draw.yes()));
  }

  /** An axis, counted from the end half of the time. */
  static int fromEitherEnd(Draw draw, int axis, int rank) {
    return draw.yes() ? axis - rank : axis;
  }

  /** Number of elements that are folded into one. */
  int count() {
    return Reduction.count(shape, reduced);
  }

  /** The case of an operand of this shape. */
  Case of(String id, Tensor x, Call call, Fold fold) {
    return Case.of(
        id + " " + Arrays.toString(shape) + " over " + Arrays.toString(axes),
        x,
        t -> call.of(t, axes, keep),
        new Naive(reduced, keep, fold));
  }

  /** A reduction as its formula says: one line, plane, … after the other. */
  record Naive(boolean[] reduced, boolean keep, Fold fold) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      return operands.get(0).fold(reduced, keep, line -> fold.of(numbers, line));
    }
  }
}
