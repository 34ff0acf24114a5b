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
 * Every step-th index of an axis; a view.
 *
 * <pre>
 *   y[…, i, …] = x[…, start + i·step, …]      0 ≤ i &lt; length
 *   x̄ = zeros with ȳ placed at those indices
 * </pre>
 */
// [impl->op~slice~1]
public record Slice(Tensor x, int axis, int start, int length, int step) implements ViewOp {
  static final Operation OPERATION =
      Operation.of(
          "slice",
          "y[…, i, …] = x[…, start + i·step, …]",
          "x̄ = 0, x̄[…, start + i·step, …] = ȳ[…, i, …]",
          draw -> sample(draw, Tensor::slice));

  /**
   * Slice from {@code start} to {@code stop} (excluded); negative bounds count from the end, bounds
   * past an end are clipped.
   *
   * @throws IllegalArgumentException if {@code step} is not positive
   */
  public static Slice clipped(Tensor x, int axis, int start, int stop, int step) {
    AxisCheck.step(step, axis, x);
    int size = x.size(axis);
    int first = Shapes.clip(start, size);
    int last = Shapes.clip(stop, size);
    return new Slice(x, axis, first, first < last ? 1 + (last - first - 1) / step : 0, step);
  }

  @Override
  public Layout region(Layout layout) {
    return layout.slice(axis, start, length, step);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x, () -> Tensor.apply(new PlaceRegion(yBar, Layout.rowMajor(x.shape()), this::region)));
  }

  /** How it is called: operand, axis, bounds and step. */
  public interface Call {
    Tensor of(Tensor x, int axis, int start, int stop, int step);
  }

  /** A case of slice, computed by {@code application}. */
  public static Case sample(Draw draw, Call application) {
    int[] result = Sample.shape(draw, draw.rank(1, 3));
    int axis = draw.option("axis", draw.between(0, result.length - 1));
    int step = draw.option("step", draw.between(1, 3));
    int start = draw.option("start", draw.between(0, 2));
    int span = result[axis] == 0 ? 0 : result[axis] * step - draw.between(0, step - 1);
    int stop = draw.option("stop", start + span);
    int[] shape = Shapes.replace(result, axis, stop + draw.between(0, 1));
    return Case.of(
        "slice " + Arrays.toString(shape) + " axis " + axis + " " + start + ":" + stop + ":" + step,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.of(t, axis, start, stop, step),
        Moved.of(result, at -> Shapes.replace(at, axis, start + at[axis] * step)));
  }
}
