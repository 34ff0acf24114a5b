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
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static final Operation OPERATION =
      Operation.of("pow-constant", "y = xⁿ, n constant", "x̄ = ȳ·n·xⁿ⁻¹", Pow::sample)
          .with(Kink.subgradient(at(0, 0), "the power is constant", Tensor.scalar(0)))
          .with(Kink.limit(at(0.5, 0), "limit from the right", Tensor.scalar(INFINITY)))
          .with(Kink.limit(at(-1, 0), "limit from both sides", Tensor.scalar(-INFINITY)))
          .with(Kink.convention(at(1.5, -1), "the value is NaN", Tensor.scalar(Double.NaN)));

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

  private static Case sample(Draw draw) {
    double n =
        draw.option("n", draw.oneOf(List.of(2.0, 3.0, 1.0, 0.0, -1.0, -2.0, 0.5, 2.5, -1.5)));
    Tensor x = Sample.tensor(draw, domain(n), Sample.shape(draw));
    return at("pow-constant " + Arrays.toString(x.shape()) + " n = " + n, x, n);
  }

  private static Domain domain(double n) {
    if (n != Math.rint(n)) {
      return Domain.POSITIVE;
    }
    return n < 0 ? Domain.AWAY_FROM_ZERO : Domain.AROUND_ZERO;
  }

  private static Case at(double n, double x) {
    return at("n = " + n + ", x = " + x, Tensor.scalar(x), n);
  }

  /** A whole power that is not negative has a derivative everywhere. */
  private static Case at(String title, Tensor x, double n) {
    Case smooth = Case.of(title, x, t -> t.pow(n), Definition.elementwise(new Power(n)));
    boolean whole = n == Math.rint(n);
    Distance distance = Distance.ofOperand("x", 0, 0);
    return whole && n >= 0 ? smooth : smooth.with(whole ? distance : distance.fromAbove());
  }

  private record Power(double n) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return n == 0 ? x.constant(1) : x.pow(n);
    }
  }
}
