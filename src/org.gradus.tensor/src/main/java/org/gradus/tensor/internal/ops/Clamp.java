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
          .with(kink("x = low", -1, "as PyTorch; the smallest norm would be 0"))
          .with(kink("x = high", 1, "as PyTorch; the smallest norm would be 0"))
          .with(
              Kink.subgradient(
                  at("low > high", Tensor.scalar(0), 1, -1),
                  "the value is high for every x",
                  Tensor.scalar(0)))
          .with(
              Kink.convention(
                  at("x = NaN", Tensor.scalar(Double.NaN), -1, 1),
                  "as PyTorch; NaN lies within no bounds",
                  Tensor.scalar(0)));

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

  private static Kink kink(String where, double x, String reason) {
    return Kink.subgradient(at(where, Tensor.scalar(x), -1, 1), reason, Tensor.scalar(1));
  }

  private static Case sample(Draw draw) {
    double low = draw.option("low", draw.oneOf(List.of(-1.0, 0.0, -0.5)));
    double high = draw.option("high", draw.oneOf(List.of(1.0, 0.5, 2.0)));
    Domain domain =
        new Domain(
            List.of(
                new Domain.Piece(low, high),
                new Domain.Piece(high, high + 1),
                new Domain.Piece(low - 1, low)));
    Tensor x = Sample.tensor(draw, domain, Sample.shape(draw));
    return at(
        "clamp " + Arrays.toString(x.shape()) + " to [" + low + ", " + high + "]", x, low, high);
  }

  private static Case at(String title, Tensor x, double low, double high) {
    return Case.of(title, x, t -> t.clamp(low, high), Definition.elementwise(new Limits(low, high)))
        .with(Distance.ofOperand("x − low", 0, low), Distance.ofOperand("x − high", 0, high));
  }

  private record Limits(double low, double high) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      if (x.value() > high || low > high) {
        return x.constant(high);
      }
      return x.value() < low ? x.constant(low) : x.mul(1);
    }
  }
}
