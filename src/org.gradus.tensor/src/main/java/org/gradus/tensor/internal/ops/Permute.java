package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Sample;

/**
 * Axes in another order; a view.
 *
 * <pre>
 *   axis i of y = axis order[i] of x
 *   x̄ = ȳ with its axes in the inverse order
 * </pre>
 */
// [impl->op~permute~1]
public record Permute(Tensor x, int[] order) implements ViewOp {
  static final Operation OPERATION =
      Operation.of(
          "permute",
          "axis i of y = axis order[i] of x",
          "x̄ = ȳ with its axes in the inverse order",
          draw -> sample(draw, Tensor::permute));

  @Override
  public Layout region(Layout layout) {
    return layout.permute(order);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.permute(inverse(order)));
  }

  private static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      inverse[order[axis]] = axis;
    }
    return inverse;
  }

  /** A case of permute, computed by {@code application}. */
  public static Case sample(Draw draw, BiFunction<Tensor, int[], Tensor> application) {
    // Only from three axes on, an order may differ from its inverse.
    int[] shape = Sample.shape(draw, Math.min(draw.rank(0, 7), 4));
    List<Integer> order = new ArrayList<>();
    for (int axis = 0; axis < shape.length; axis++) {
      order.add(draw.between(0, axis), axis);
    }
    draw.option("order", order);
    int[] axes = order.stream().mapToInt(Integer::intValue).toArray();
    int[] result = Arrays.stream(axes).map(axis -> shape[axis]).toArray();
    return Case.of(
        "permute " + Arrays.toString(shape) + " to " + order,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.apply(t, axes),
        Moved.of(
            result,
            at -> {
              int[] source = new int[at.length];
              for (int axis = 0; axis < at.length; axis++) {
                source[axes[axis]] = at[axis];
              }
              return source;
            }));
  }
}
