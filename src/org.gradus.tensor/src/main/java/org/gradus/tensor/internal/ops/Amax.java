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
 * Largest element over axes.
 *
 * <pre>
 *   y = max x
 *   x̄ = ȳ/k where x = y, else 0      k: number of elements that tie
 * </pre>
 *
 * <p>A tie shares the gradient evenly, also along a single axis, where {@link Max} favors the
 * first. NaN wins, and makes the gradient of all it was compared with NaN.
 *
 * @param reduced whether each axis is folded
 * @param keep whether a folded axis stays with length one
 */
// [impl->op~amax~1]
public record Amax(Tensor x, boolean[] reduced, boolean keep) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "amax",
              "y = max x over axes",
              "x̄ = ȳ/k where x is one of the k largest, else 0",
              draw -> sample(draw, Tensor::amax))
          .with(
              Extremes.tie(
                  "a tie of two", Tensor::amax, Max::define, 0.5, "subgradient of smallest norm"))
          .with(Extremes.nanEverywhere(Tensor::amax, Max::define));

  @Override
  public Tensor forward() {
    return Kernels.reduce(x, reduced, keep, Double.NEGATIVE_INFINITY, Math::max);
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

  /** A case of amax, computed by {@code application}. */
  public static Case sample(Draw draw, Folding.Call application) {
    return Extremes.sampleFold("amax", draw, application, Max::define);
  }
}
