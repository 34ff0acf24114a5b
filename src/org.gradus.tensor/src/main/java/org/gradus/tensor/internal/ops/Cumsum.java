package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.UnaryOp;

/**
 * Running sum along an axis.
 *
 * <pre>
 *   yᵢ = x₀ + … + xᵢ
 *   x̄ᵢ = ȳᵢ + … + ȳₙ₋₁      n: length of the axis
 * </pre>
 */
// [impl->op~cumsum~1]
public record Cumsum(Tensor x, int axis) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "cumsum",
          "yᵢ = x₀ + … + xᵢ along an axis",
          "x̄ᵢ = ȳᵢ + … + ȳₙ₋₁",
          draw -> sample(draw, Tensor::cumsum));

  @Override
  public Tensor forward() {
    return Kernels.runningSum(x, axis);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.flip(axis).cumsum(axis).flip(axis));
  }

  /** A case of cumsum, computed by {@code application}. */
  public static Case sample(Draw draw, Lines.Call application) {
    return Lines.sample("cumsum", draw, Domain.AROUND_ZERO, application, Cumsum::define);
  }

  static <S extends Real<S>> List<S> define(List<S> line) {
    List<S> sums = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      sums.add(Lines.sum(line.subList(0, i + 1)).mul(1));
    }
    return sums;
  }
}
