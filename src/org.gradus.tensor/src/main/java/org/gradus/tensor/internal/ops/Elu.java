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
 * Exponential linear unit.
 *
 * <pre>
 *   y = x where x &gt; 0, else α·(eˣ − 1)
 *   x̄ = ȳ where x &gt; 0, else ȳ·α·eˣ
 * </pre>
 *
 * <p>At 0 the gradient is α, the derivative on the left; only for α = 1 is it the derivative.
 */
// [impl->op~elu~1]
public record Elu(Tensor x, double alpha) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "elu",
              "y = x where x > 0, else α·(eˣ − 1)",
              "x̄ = ȳ where x > 0, else ȳ·α·eˣ",
              Elu::sample)
          .with(kink(0.5, "subgradient of smallest norm"))
          .with(kink(2, "as PyTorch; the smallest norm would be 1"));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v > 0 ? v : alpha * Math.expm1(v));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(slope()));
  }

  /** The exponential is not taken of a positive number, which it would make infinite. */
  private Tensor slope() {
    Tensor positive = Kernels.map(x, v -> v > 0 ? 1 : 0);
    Tensor left = Tensor.where(positive, Tensor.scalar(0), x).exp().mul(alpha);
    return Tensor.where(positive, Tensor.scalar(1), left);
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  private static Kink kink(double alpha, String reason) {
    return Kink.subgradient(
        at("x = 0, α = " + alpha, Tensor.scalar(0), alpha), reason, Tensor.scalar(alpha));
  }

  private static Case sample(Draw draw) {
    double alpha = draw.option("alpha", draw.oneOf(List.of(1.0, 0.5, 2.0)));
    Tensor x = Sample.tensor(draw, Domain.around(0, 2).and(-40, 40), Sample.shape(draw));
    return at("elu " + Arrays.toString(x.shape()) + " with α = " + alpha, x, alpha);
  }

  private static Case at(String title, Tensor x, double alpha) {
    return Case.of(title, x, t -> t.elu(alpha), Definition.elementwise(new Naive(alpha)))
        .with(Distance.ofOperand("x", 0, 0));
  }

  private record Naive(double alpha) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.value() < 0 ? x.exp().add(-1).mul(alpha) : x.mul(1);
    }
  }
}
