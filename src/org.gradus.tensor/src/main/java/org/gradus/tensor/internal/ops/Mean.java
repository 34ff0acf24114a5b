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
 * Mean over axes.
 *
 * <pre>
 *   y = Σ x / n      n: number of elements that one result is made of
 *   x̄ = ȳ/n, repeated along the axes
 * </pre>
 *
 * <p>The mean of no element is NaN.
 *
 * @param reduced whether each axis is averaged
 * @param keep whether an averaged axis stays with length one
 */
// [impl->op~mean~1]
public record Mean(Tensor x, boolean[] reduced, boolean keep) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "mean",
          "y = Σ x / n",
          "x̄ = ȳ/n, repeated along the axes",
          draw -> sample(draw, Tensor::mean));

  @Override
  public Tensor forward() {
    double n = Reduction.count(x.shape(), reduced);
    return Kernels.map(Kernels.reduce(x, reduced, keep, 0, Double::sum), sum -> sum / n);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    // Where there is no element nobody gets a share, and the share of nobody is no 0/0.
    double n = Math.max(1, Reduction.count(x.shape(), reduced));
    gradients.add(x, () -> Reduction.spread(yBar.div(n), x.shape(), reduced));
  }

  /** A case of mean, computed by {@code application}. */
  public static Case sample(Draw draw, Folding.Call application) {
    return Reduction.sample("mean", draw, application, Mean::define);
  }

  static <S extends Real<S>> S define(Numbers<S> numbers, List<S> line) {
    return Sum.define(numbers, line).div(numbers.constant(line.size()));
  }
}
