package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Rectified linear unit with a slope on the left.
 *
 * <pre>
 *   y = x where x &gt; 0, else s·x      s: slope
 *   x̄ = ȳ where x &gt; 0, else s·ȳ
 * </pre>
 *
 * <p>At NaN the value is NaN and the gradient s·ȳ, as in PyTorch.
 */
// [impl->op~leakyRelu~1]
public record LeakyRelu(Tensor x, double slope) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "leakyRelu",
              "y = x where x > 0, else s·x",
              "x̄ = ȳ where x > 0, else s·ȳ",
              LeakyRelu::sample)
          .with(kink("x = 0, s = 0.01", 0.01, "subgradient of smallest norm"))
          .with(kink("x = 0, s = 2", 2, "as PyTorch; the smallest norm would be 1"))
          .with(
              Kink.convention(
                  at("x = NaN, s = 0.01", Tensor.scalar(Double.NaN), 0.01),
                  "as PyTorch; NaN is not above 0",
                  Tensor.scalar(0.01)));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v > 0 ? v : v * slope);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(Kernels.map(x, v -> v > 0 ? 1 : slope)));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  private static Kink kink(String where, double slope, String reason) {
    return Kink.subgradient(at(where, Tensor.scalar(0), slope), reason, Tensor.scalar(slope));
  }

  private static Case sample(Draw draw) {
    double slope = draw.option("slope", draw.oneOf(List.of(0.01, 0.2, 0.0, 2.0, -0.5)));
    Tensor x = Sample.tensor(draw, Domain.around(0, 2), Sample.shape(draw));
    return at("leakyRelu " + Arrays.toString(x.shape()) + " with slope " + slope, x, slope);
  }

  private static Case at(String title, Tensor x, double slope) {
    return Case.of(title, x, t -> t.leakyRelu(slope), Definition.elementwise(new Naive(slope)))
        .with(Distance.ofOperand("x", 0, 0));
  }

  private record Naive(double slope) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.mul(x.value() < 0 ? slope : 1);
    }
  }
}
