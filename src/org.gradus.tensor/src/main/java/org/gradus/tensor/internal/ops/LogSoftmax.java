package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Logarithm of the softmax along an axis.
 *
 * <pre>
 *   yᵢ = xᵢ − m − ln Σⱼ exp(xⱼ − m)      m = maxⱼ xⱼ
 *   x̄ᵢ = ȳᵢ − exp(yᵢ)·Σⱼ ȳⱼ
 * </pre>
 *
 * <p>Finite for finite elements of any size, where the logarithm of the softmax would be −∞. A line
 * of −∞ alone, and one with +∞ or NaN, is NaN.
 */
// [impl->op~logSoftmax~1]
public record LogSoftmax(Tensor x, int axis) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "logSoftmax",
              "yᵢ = xᵢ − ln Σⱼ exp xⱼ along an axis",
              "x̄ᵢ = ȳᵢ − exp(yᵢ)·Σⱼ ȳⱼ",
              draw -> sample(draw, Tensor::logSoftmax))
          .with(
              Kink.convention(
                  Lines.at(
                      "a line of −∞",
                      Tensor.full(Double.NEGATIVE_INFINITY, 2),
                      t -> t.logSoftmax(0),
                      LogSoftmax::define),
                  "−∞ + ∞; the value is NaN",
                  Tensor.full(Double.NaN, 2)));

  @Override
  public Tensor forward() {
    boolean[] line = Lines.along(axis, x);
    Tensor largest = Kernels.reduce(x, line, true, Double.NEGATIVE_INFINITY, Math::max);
    Tensor shifted = Kernels.zip(x, largest, (v, m) -> v - m);
    Tensor sum = Kernels.reduce(Kernels.map(shifted, Math::exp), line, true, 0, Double::sum);
    return Kernels.zip(shifted, sum, (v, s) -> v - Math.log(s));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.sub(y.exp().mul(yBar.sum(new int[] {axis}, true))));
  }

  @Override
  public Saved saved() {
    return Saved.ofResult();
  }

  /** A case of logSoftmax, computed by {@code application}. */
  public static Case sample(Draw draw, Lines.Call application) {
    return Lines.sample("logSoftmax", draw, Lines.exponents(draw), application, LogSoftmax::define);
  }

  /** yᵢ = −ln Σⱼ exp(xⱼ − xᵢ), which is exact for a line of one. */
  static <S extends Real<S>> List<S> define(List<S> line) {
    return line.stream()
        .map(x -> Lines.sum(line.stream().map(other -> other.sub(x).exp()).toList()).log().neg())
        .toList();
  }
}
