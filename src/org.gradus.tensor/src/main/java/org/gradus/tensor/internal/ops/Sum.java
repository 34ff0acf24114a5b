package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.UnaryOp;

/**
 * Sum over axes.
 *
 * <pre>
 *   y = Σ x
 *   x̄ = ȳ, repeated along the axes
 * </pre>
 *
 * <p>Elements are added in row-major order; the sum of none is 0.
 *
 * @param reduced whether each axis is summed
 * @param keep whether a summed axis stays with length one
 */
// [impl->op~sum~1]
public record Sum(Tensor x, boolean[] reduced, boolean keep) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "sum", "y = Σ x", "x̄ = ȳ, repeated along the axes", draw -> sample(draw, Tensor::sum));

  @Override
  public Tensor forward() {
    return Kernels.reduce(x, reduced, keep, 0, Double::sum);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Reduction.spread(yBar, x.shape(), reduced));
  }

  /** A case of sum, computed by {@code application}. */
  public static Case sample(Draw draw, Folding.Call application) {
    return Reduction.sample("sum", draw, application, Sum::define);
  }

  static <S extends Real<S>> S define(Numbers<S> numbers, List<S> line) {
    S sum = numbers.constant(0);
    for (S element : line) {
      sum = sum.add(element);
    }
    return sum;
  }
}
