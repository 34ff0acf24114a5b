package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Sample;

/**
 * Without an axis of length one; a view. An axis of another length stays.
 *
 * <pre>
 *   y[…, …] = x[…, 0, …]
 *   x̄ = ȳ with the axis back
 * </pre>
 */
// [impl->op~squeeze~1]
public record Squeeze(Tensor x, int axis) implements ViewOp {
  static final Operation OPERATION =
      Operation.of(
          "squeeze", "y[…] = x[…, 0, …]", "x̄[…, 0, …] = ȳ", draw -> sample(draw, Tensor::squeeze));

  @Override
  public Layout region(Layout layout) {
    return layout.shape()[axis] == 1 ? layout.select(axis, 0) : layout;
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> x.size(axis) == 1 ? yBar.unsqueeze(axis) : yBar);
  }

  /** A case of squeeze, computed by {@code application}. */
  public static Case sample(Draw draw, Lines.Call application) {
    int[] others = Sample.shape(draw, Math.min(draw.rank(0, 4), 2));
    int axis = draw.option("axis", draw.between(0, others.length));
    int[] shape = Shapes.insert(others, axis, draw.yes() ? draw.length(0) : 1);
    boolean drops = shape[axis] == 1;
    int[] result = drops ? Shapes.replace(shape, axis) : shape;
    return Case.of(
        "squeeze " + Arrays.toString(shape) + " axis " + axis,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.of(t, axis),
        Moved.of(result, at -> drops ? Shapes.insert(at, axis, 0) : at));
  }
}
