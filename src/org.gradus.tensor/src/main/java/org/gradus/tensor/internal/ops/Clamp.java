package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
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
 * Limit to an interval.
 *
 * <pre>
 *   y = min(max(x, low), high)
 *   x̄ = ȳ where low ≤ x ≤ high, else 0
 * </pre>
 *
 * <p>At both bounds the gradient passes, as in PyTorch; where low exceeds high the value is high
 * and the gradient 0. A NaN stays NaN and gets the gradient 0, as in PyTorch; a NaN as a bound
 * makes everything NaN.
 */
// [impl->op~clamp~1]
public record Clamp(Tensor x, double low, double high) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "clamp",
              "y = min(max(x, low), high)",
              "x̄ = ȳ where low ≤ x ≤ high, else 0",
              Clamp::sample)
          .with(kink("x = low", -1, -1, 1, 1, "as PyTorch; the smallest norm would be 0"))
          .with(kink("x = high", 1, -1, 1, 1, "as PyTorch; the smallest norm would be 0"))
          .with(kink("low > high", 0, 1, -1, 0, "the value is high for every x"))
          .with(kink("x = NaN", Double.NaN, -1, 1, 0, "as PyTorch; NaN lies within no bounds"));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> Math.min(Math.max(v, low), high));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(Kernels.map(x, v -> low <= v && v <= high ? 1 : 0)));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  private static Kink kink(
      String where, double x, double low, double high, double gradient, String reason) {
    return new Kink(
        where,
        List.of(Tensor.scalar(x)),
        t -> t.get(0).clamp(low, high),
        List.of(Tensor.scalar(gradient)),
        reason);
  }

  private static Case sample(Draw draw) {
    double low = draw.oneOf(List.of(-1.0, 0.0, -0.5));
    double high = draw.oneOf(List.of(1.0, 0.5, 2.0));
    Domain domain =
        new Domain(
            List.of(
                new Domain.Piece(low, high),
                new Domain.Piece(high, high + 1),
                new Domain.Piece(low - 1, low)));
    Tensor x = Sample.tensor(draw, domain, Sample.shape(draw));
    return Case.of(
        "clamp " + Arrays.toString(x.shape()) + " to [" + low + ", " + high + "]",
        x,
        t -> t.clamp(low, high),
        Definition.elementwise(new Limits(low, high)));
  }

  private record Limits(double low, double high) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      if (x.value() < low) {
        return x.constant(low);
      }
      return x.value() > high ? x.constant(high) : x.mul(1);
    }
  }
}
