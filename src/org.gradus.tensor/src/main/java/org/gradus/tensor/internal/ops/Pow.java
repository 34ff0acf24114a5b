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
 * Power with a constant exponent.
 *
 * <pre>
 *   y = xⁿ
 *   x̄ = ȳ·n·xⁿ⁻¹
 * </pre>
 *
 * <p>For n = 0 the value is 1 and the gradient 0, also at x = 0. A negative x with a fractional n
 * gives NaN. The exponents ½ and −½ are square roots, as in PyTorch: at −∞ they give NaN, where
 * IEEE 754 has a power of ∞ and 0.
 */
// [impl->op~pow-constant~1]
public record Pow(Tensor x, double n) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of("pow-constant", "y = xⁿ, n constant", "x̄ = ȳ·n·xⁿ⁻¹", Pow::sample)
          .with(kink(0, 0, 0, "the power is constant"))
          .with(kink(0.5, 0, Double.POSITIVE_INFINITY, "limit from the right"))
          .with(kink(-1, 0, Double.NEGATIVE_INFINITY, "limit from both sides"))
          .with(kink(1.5, -1, Double.NaN, "the value is NaN"));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> Powers.ofConstant(v, n));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> n == 0 ? yBar.mul(0) : yBar.mul(x.pow(n - 1).mul(n)));
  }

  @Override
  public Saved saved() {
    return n == 0 ? Saved.nothing() : Saved.of(x);
  }

  private static Kink kink(double n, double x, double gradient, String reason) {
    return new Kink(
        "n = " + n + ", x = " + x,
        List.of(Tensor.scalar(x)),
        t -> t.get(0).pow(n),
        List.of(Tensor.scalar(gradient)),
        reason);
  }

  private static Case sample(Draw draw) {
    double n = draw.oneOf(List.of(2.0, 3.0, 1.0, 0.0, -1.0, -2.0, 0.5, 2.5, -1.5));
    boolean whole = n == Math.rint(n);
    Tensor x =
        Sample.tensor(draw, whole ? Domain.AWAY_FROM_ZERO : Domain.POSITIVE, Sample.shape(draw));
    return Case.of(
        "pow-constant " + Arrays.toString(x.shape()) + " n = " + n,
        x,
        t -> t.pow(n),
        Definition.elementwise(new Power(n)));
  }

  private record Power(double n) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return n == 0 ? x.constant(1) : x.pow(n);
    }
  }
}
