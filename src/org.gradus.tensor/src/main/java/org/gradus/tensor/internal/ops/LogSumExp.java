package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Logarithm of a sum of exponentials, over axes.
 *
 * <pre>
 *   y = m + ln Σ exp(x − m)      m = max x, 0 where that is infinite
 *   x̄ = ȳ·exp(x − y)             the softmax
 * </pre>
 *
 * <p>The largest element is subtracted first, so nothing overflows. Over no element, or −∞ alone,
 * it is −∞; the gradient of the latter is NaN, as is that of +∞.
 *
 * @param reduced whether each axis is folded
 * @param keep whether a folded axis stays with length one
 */
// [impl->op~logSumExp~1]
public record LogSumExp(Tensor x, boolean[] reduced, boolean keep) implements UnaryOp {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static final Operation OPERATION =
      Operation.of(
              "logSumExp",
              "y = ln Σ exp x",
              "x̄ = ȳ·exp(x − y)",
              draw -> sample(draw, Tensor::logSumExp))
          .with(Kink.limit(at("one −∞", 0, -INFINITY), "its share is 0", Tensor.of(1, 0)))
          .with(
              Kink.convention(
                  at("−∞ alone", -INFINITY, -INFINITY),
                  "0/0, as PyTorch",
                  Tensor.of(Double.NaN, Double.NaN)))
          .with(
              Kink.convention(
                  at("one ∞", 0, INFINITY), "∞/∞, as PyTorch", Tensor.of(0, Double.NaN)));

  @Override
  public Tensor forward() {
    Tensor largest =
        Kernels.map(
            Kernels.reduce(x, reduced, true, -INFINITY, Math::max),
            m -> Double.isInfinite(m) ? 0 : m);
    Tensor powers = Kernels.zip(x, largest, (v, m) -> Math.exp(v - m));
    Tensor sum = Kernels.reduce(powers, reduced, true, 0, Double::sum);
    Tensor y = Kernels.zip(largest, sum, (m, s) -> m + Math.log(s));
    return Reduction.folded(y, x.shape(), reduced, keep);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x,
        () ->
            Reduction.spread(yBar, x.shape(), reduced)
                .mul(x.sub(Reduction.spread(y, x.shape(), reduced)).exp()));
  }

  @Override
  public Saved saved() {
    return new Saved(true, List.of(x));
  }

  private static Case at(String where, double first, double second) {
    return Case.of(
        where,
        Tensor.of(first, second),
        Tensor::logSumExp,
        new Folding.Naive(new boolean[] {true}, false, LogSumExp::define));
  }

  /** A case of logSumExp, computed by {@code application}. */
  public static Case sample(Draw draw, Folding.Call application) {
    return Reduction.sample("logSumExp", draw, Lines.SATURATING, application, LogSumExp::define);
  }

  static <S extends Real<S>> S define(Numbers<S> numbers, List<S> line) {
    if (line.isEmpty()) {
      return numbers.constant(-INFINITY);
    }
    return Lines.sum(line.stream().map(Real::exp).toList()).log();
  }
}
