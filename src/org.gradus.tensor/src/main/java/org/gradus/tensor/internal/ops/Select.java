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
 * One index of an axis, which is dropped; a view.
 *
 * <pre>
 *   y[…, …] = x[…, index, …]
 *   x̄ = zeros with ȳ placed at the index
 * </pre>
 */
// [impl->op~select~1]
public record Select(Tensor x, int axis, int index) implements ViewOp {
  static final Operation OPERATION =
      Operation.of(
          "select",
          "y[…] = x[…, index, …]",
          "x̄ = 0, x̄[…, index, …] = ȳ",
          draw -> sample(draw, Tensor::select));

  @Override
  public Layout region(Layout layout) {
    return layout.select(axis, index);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x, () -> Tensor.apply(new PlaceRegion(yBar, Layout.rowMajor(x.shape()), this::region)));
  }

  /** How it is called: operand, axis and index. */
  public interface Call {
    Tensor of(Tensor x, int axis, int index);
  }

  /** A case of select, computed by {@code application}. */
  public static Case sample(Draw draw, Call application) {
    int rank = draw.rank(1, 3);
    int axis = draw.option("axis", draw.between(0, rank - 1));
    int[] shape = Sample.shape(draw, rank, axis, 1);
    int index = draw.option("index", draw.between(0, shape[axis] - 1));
    Tensor x = Sample.tensor(draw, Domain.AROUND_ZERO, shape);
    int[] result = Shapes.replace(shape, axis);
    return Case.of(
        "select " + Arrays.toString(shape) + " axis " + axis + " index " + index,
        x,
        t -> application.of(t, axis, index),
        Moved.of(result, at -> Shapes.insert(at, axis, index)));
  }
}
