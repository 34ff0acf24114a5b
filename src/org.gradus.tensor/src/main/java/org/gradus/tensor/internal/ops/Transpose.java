package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Sample;

/**
 * Two axes exchanged; a view.
 *
 * <pre>
 *   Y = Xᵀ
 *   X̄ = Ȳᵀ
 * </pre>
 */
// [impl->op~transpose~1]
public record Transpose(Tensor x, int first, int second) implements ViewOp {
  static final Operation OPERATION =
      Operation.of("transpose", "Y = Xᵀ", "X̄ = Ȳᵀ", draw -> sample(draw, Tensor::transpose));

  @Override
  public Layout region(Layout layout) {
    return layout.permute(swapped(layout.rank()));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.transpose(first, second));
  }

  private int[] swapped(int rank) {
    int[] order = new int[rank];
    Arrays.setAll(order, axis -> axis);
    order[first] = second;
    order[second] = first;
    return order;
  }

  /** How it is called: operand and two axes. */
  public interface Call {
    Tensor of(Tensor x, int first, int second);
  }

  /** A case of transpose, computed by {@code application}. */
  public static Case sample(Draw draw, Call application) {
    int[] shape = Sample.shape(draw, draw.rank(1, 3));
    int first = draw.option("axis", draw.between(0, shape.length - 1));
    int second = draw.option("other axis", draw.between(0, shape.length - 1));
    return Case.of(
        "transpose " + Arrays.toString(shape) + " axes " + first + ", " + second,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.of(t, first, second),
        Moved.of(exchange(shape, first, second), at -> exchange(at, first, second)));
  }

  private static int[] exchange(int[] values, int first, int second) {
    int[] result = values.clone();
    result[first] = values[second];
    result[second] = values[first];
    return result;
  }
}
