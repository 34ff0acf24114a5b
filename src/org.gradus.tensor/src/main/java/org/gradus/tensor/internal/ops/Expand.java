package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/**
 * Repeated along new leading axes and axes of length one; a view that cannot be changed in place.
 *
 * <pre>
 *   y = x repeated to shape s
 *   x̄ = ȳ summed over the repeated axes
 * </pre>
 */
// [impl->op~expand~1]
public record Expand(Tensor x, int[] shape) implements ViewOp {
  static final Operation OPERATION =
      Operation.of(
          "expand",
          "y = x repeated to shape s",
          "x̄ = Σ ȳ over the repeated axes",
          draw -> sample(draw, Tensor::expand));

  @Override
  public Layout region(Layout layout) {
    return layout.expand(shape);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.sumTo(x.shape()));
  }

  /** A case of expand, computed by {@code application}. */
  public static Case sample(Draw draw, BiFunction<Tensor, int[], Tensor> application) {
    int[] target = Sample.shape(draw);
    int[] shape = Sample.part(draw, target);
    return Case.of(
        "expand " + Arrays.toString(shape) + " to " + Arrays.toString(target),
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.apply(t, target),
        new Naive(target));
  }

  private record Naive(int[] shape) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      return Cells.of(shape, index -> operands.get(0).repeated(index));
    }
  }
}
