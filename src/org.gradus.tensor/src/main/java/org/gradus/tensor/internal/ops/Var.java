package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Variance over axes.
 *
 * <pre>
 *   y = Σ (x − m)² / (n − c)      m = Σ x / n, c: correction
 *   x̄ = ȳ·2·(x − m)/(n − c)
 * </pre>
 *
 * <p>With n ≤ c it is NaN, as is its gradient (infinite where the squares do not vanish). Computed
 * in two passes, so that a large mean costs no digits.
 *
 * @param reduced whether each axis is folded
 * @param correction 1 for the unbiased variance, 0 for the biased
 * @param keep whether a folded axis stays with length one
 */
// [impl->op~var~1]
public record Var(Tensor x, boolean[] reduced, int correction, boolean keep) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "var",
              "y = Σ (x − m)² / (n − c)",
              "x̄ = ȳ·2·(x − m)/(n − c)",
              draw -> sample(draw, Var::of))
          .with(
              Kink.convention(
                  Case.of(
                      "n = 1, c = 1",
                      Tensor.of(3),
                      t -> Tensor.apply(new Var(t, new boolean[] {true}, 1, false)),
                      new Folding.Naive(new boolean[] {true}, false, new Corrected(1))),
                  "0/0; the value is NaN",
                  Tensor.of(Double.NaN)));

  @Override
  public Tensor forward() {
    double n = Reduction.count(x.shape(), reduced);
    Tensor mean = Kernels.map(Kernels.reduce(x, reduced, true, 0, Double::sum), sum -> sum / n);
    Tensor squares = Kernels.zip(x, mean, (v, m) -> (v - m) * (v - m));
    Tensor sum = Kernels.reduce(squares, reduced, keep, 0, Double::sum);
    return Kernels.map(sum, s -> s / Math.max(n - correction, 0));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x,
        () -> {
          double n = Reduction.count(x.shape(), reduced);
          Tensor deviation = x.sub(x.mean(Reduction.axes(reduced), true));
          double divisor = Math.max(n - correction, 0);
          return Reduction.spread(yBar, x.shape(), reduced).mul(deviation.mul(2).div(divisor));
        });
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  /** How it is called: operand, axes, correction, keep. */
  public interface Call {
    Tensor of(Tensor x, int[] axes, int correction, boolean keep);
  }

  private static Tensor of(Tensor x, int[] axes, int correction, boolean keep) {
    return Tensor.apply(new Var(x, AxisCheck.reduced("var", axes, x), correction, keep));
  }

  /** A case of var, computed by {@code application}. */
  public static Case sample(Draw draw, Call application) {
    Folding folding = Folding.draw(draw, 0);
    // The third only over all axes: over each set of them, there would be too many small cases.
    boolean all = folding.axes().length == folding.shape().length;
    int most = all && folding.count() > 2 ? 2 : 1;
    int correction = draw.option("correction", draw.between(0, most));
    return folding.of(
        "var",
        Sample.tensor(draw, Domain.AROUND_ZERO, folding.shape()),
        (x, axes, keep) -> application.of(x, axes, correction, keep),
        new Corrected(correction));
  }

  static <S extends Real<S>> S biased(Numbers<S> numbers, List<S> line) {
    return new Corrected(0).of(numbers, line);
  }

  /** Variance of a line, in any number system. */
  record Corrected(int correction) implements Folding.Fold {
    @Override
    public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
      S mean = Mean.define(numbers, line);
      List<S> squares = line.stream().map(x -> x.sub(mean).mul(x.sub(mean))).toList();
      S divisor = numbers.constant(Math.max(line.size() - correction, 0));
      return Sum.define(numbers, squares).div(divisor);
    }
  }
}
