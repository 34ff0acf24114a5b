package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Smallest element over axes.
 *
 * <pre>
 *   y = min x
 *   x̄ = ȳ/k where x = y, else 0      k: number of elements that tie
 * </pre>
 *
 * <p>A tie shares the gradient evenly, also along a single axis, where {@link Min} favors the
 * first. NaN wins, and makes the gradient of all it was compared with NaN.
 *
 * @param reduced whether each axis is folded
 * @param keep whether a folded axis stays with length one
 */
// [impl->op~amin~1]
public record Amin(Tensor x, boolean[] reduced, boolean keep) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "amin",
              "y = min x over axes",
              "x̄ = ȳ/k where x is one of the k smallest, else 0",
              draw -> sample(draw, Tensor::amin))
          .with(
              Extremes.tie(
                  "a tie of two", Tensor::amin, Min::define, 0.5, "subgradient of smallest norm"))
          .with(Extremes.nanEverywhere(Tensor::amin, Min::define));

  @Override
  public Tensor forward() {
    return Kernels.reduce(x, reduced, keep, Double.POSITIVE_INFINITY, Math::min);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x,
        () ->
            Reduction.spread(yBar, x.shape(), reduced)
                .mul(Extremes.sharesOfNumbers(x, y, reduced)));
  }

  @Override
  public Saved saved() {
    return new Saved(true, List.of(x));
  }

  /** A case of amin, computed by {@code application}. */
  public static Case sample(Draw draw, Folding.Call application) {
    return Extremes.sampleFold("amin", draw, application, Min::define);
  }
}
