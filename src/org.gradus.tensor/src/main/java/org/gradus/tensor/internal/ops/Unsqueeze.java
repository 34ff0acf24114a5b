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
 * With a new axis of length one; a view.
 *
 * <pre>
 *   y[…, 0, …] = x[…, …]
 *   x̄ = ȳ without the axis
 * </pre>
 */
// [impl->op~unsqueeze~1]
public record Unsqueeze(Tensor x, int axis) implements ViewOp {
  static final Operation OPERATION =
      Operation.of(
          "unsqueeze",
          "y[…, 0, …] = x[…]",
          "x̄ = ȳ[…, 0, …]",
          draw -> sample(draw, Tensor::unsqueeze));

  @Override
  public Layout region(Layout layout) {
    return new Layout(
        layout.offset(),
        Shapes.insert(layout.shape(), axis, 1),
        Shapes.insert(layout.strides(), axis, 1));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.squeeze(axis));
  }

  /** A case of unsqueeze, computed by {@code application}. */
  public static Case sample(Draw draw, Lines.Call application) {
    int[] shape = Sample.shape(draw);
    int axis = draw.option("axis", draw.between(0, shape.length));
    return Case.of(
        "unsqueeze " + Arrays.toString(shape) + " axis " + axis,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.of(t, axis),
        Moved.of(Shapes.insert(shape, axis, 1), at -> Shapes.replace(at, axis)));
  }
}
