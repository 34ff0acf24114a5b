package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Softmax along an axis.
 *
 * <pre>
 *   yᵢ = exp(xᵢ − m) / Σⱼ exp(xⱼ − m)      m = maxⱼ xⱼ
 *   x̄ᵢ = yᵢ·(ȳᵢ − Σⱼ ȳⱼ·yⱼ)
 * </pre>
 *
 * <p>The largest element of a line is subtracted first, so nothing overflows and the sum is at
 * least 1. A line of −∞ alone, and one with +∞ or NaN, is NaN.
 */
// [impl->op~softmax~1]
public record Softmax(Tensor x, int axis) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "softmax",
              "yᵢ = exp xᵢ / Σⱼ exp xⱼ along an axis",
              "x̄ᵢ = yᵢ·(ȳᵢ − Σⱼ ȳⱼ·yⱼ)",
              draw -> sample(draw, Tensor::softmax))
          .with(
              Kink.convention(
                  Lines.at(
                      "a line of −∞",
                      Tensor.full(Double.NEGATIVE_INFINITY, 2),
                      t -> t.softmax(0),
                      new Shares(0)),
                  "0/0; the value is NaN",
                  Tensor.full(Double.NaN, 2)));

  @Override
  public Tensor forward() {
    boolean[] line = Lines.along(axis, x);
    Tensor largest = Kernels.reduce(x, line, true, Double.NEGATIVE_INFINITY, Math::max);
    Tensor powers = Kernels.zip(x, largest, (v, m) -> Math.exp(v - m));
    Tensor sum = Kernels.reduce(powers, line, true, 0, Double::sum);
    return Kernels.zip(powers, sum, (power, s) -> power / s);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> y.mul(yBar.sub(yBar.mul(y).sum(new int[] {axis}, true))));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  /** A case of softmax, computed by {@code application}. */
  public static Case sample(Draw draw, Lines.Call application) {
    Domain exponents = Lines.exponents(draw);
    Shares shares = new Shares(exponents.equals(Lines.BEYOND_EXP) ? Lines.BEYOND : 0);
    return Lines.sample("softmax", draw, exponents, application, shares);
  }

  /** yᵢ = exp(xᵢ − c) / Σⱼ exp(xⱼ − c) with a number c near those of the line. */
  private record Shares(double c) implements Lines.Line {
    @Override
    public <S extends Real<S>> List<S> of(List<S> line) {
      List<S> powers = line.stream().map(x -> x.add(-c).exp()).toList();
      S sum = Lines.sum(powers);
      return powers.stream().map(power -> power.div(sum)).toList();
    }
  }
}
