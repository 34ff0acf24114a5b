package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.UnaryOp;

/**
 * Axes reversed; a copy.
 *
 * <pre>
 *   y[…, i, …] = x[…, n − 1 − i, …]      n: length of the axis
 *   x̄ = ȳ with the same axes reversed
 * </pre>
 *
 * @param reversed whether each axis is reversed
 */
// [impl->op~flip~1]
public record Flip(Tensor x, boolean[] reversed) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "flip",
          "y[…, i, …] = x[…, n − 1 − i, …]",
          "x̄[…, n − 1 − i, …] = ȳ[…, i, …]",
          draw -> sample(draw, Tensor::flip));

  @Override
  public Tensor forward() {
    return Kernels.copy(Kernels.view(x, this::backwards));
  }

  private Layout backwards(Layout layout) {
    Layout turned = layout;
    for (int axis : Reduction.axes(reversed)) {
      turned = turned.flip(axis);
    }
    return turned;
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.flip(Reduction.axes(reversed)));
  }

  /** A case of flip, computed by {@code application}. */
  public static Case sample(Draw draw, BiFunction<Tensor, int[], Tensor> application) {
    Folding folding = Folding.draw(draw, 0);
    int[] shape = folding.shape();
    boolean[] reversed = folding.reduced();
    return Case.of(
        "flip " + Arrays.toString(shape) + " axes " + Arrays.toString(folding.axes()),
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.apply(t, folding.axes()),
        Moved.of(
            shape,
            at -> {
              int[] source = at.clone();
              Arrays.setAll(source, axis -> reversed[axis] ? shape[axis] - 1 - at[axis] : at[axis]);
              return source;
            }));
  }
}
