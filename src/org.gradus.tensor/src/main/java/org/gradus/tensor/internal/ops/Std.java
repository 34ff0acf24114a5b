package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Distance;
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
 * Standard deviation over axes.
 *
 * <pre>
 *   y = √(Σ (x − m)² / (n − c))      m = Σ x / n, c: correction
 *   x̄ = ȳ·(x − m)/((n − c)·y)        0 where y = 0
 * </pre>
 *
 * <p>The root of {@link Var}: with n ≤ c it is NaN, as is its gradient.
 *
 * @param reduced whether each axis is folded
 * @param correction 1 for the unbiased variance, 0 for the biased
 * @param keep whether a folded axis stays with length one
 */
// [impl->op~std~1]
public record Std(Tensor x, boolean[] reduced, int correction, boolean keep) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "std",
              "y = √(Σ (x − m)² / (n − c))",
              "x̄ = ȳ·(x − m)/((n − c)·y), 0 where y = 0",
              draw -> sample(draw, Std::of))
          .with(
              Kink.subgradient(
                  at("all elements equal", Tensor.of(2, 2, 2)).with(spread(true)),
                  "subgradient of smallest norm",
                  Tensor.of(0, 0, 0)))
          .with(
              Kink.convention(
                  at("n = 1, c = 1", Tensor.of(3)),
                  "0/0; the value is NaN",
                  Tensor.of(Double.NaN)));

  @Override
  public Tensor forward() {
    return Kernels.map(new Var(x, reduced, correction, keep).forward(), Math::sqrt);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x,
        () -> {
          double divisor = Math.max(Reduction.count(x.shape(), reduced) - correction, 0);
          Tensor flat = Kernels.map(y, v -> v == 0 ? 1 : 0);
          Tensor share = yBar.div(y.maskedFill(flat, 1).mul(divisor)).maskedFill(flat, 0);
          Tensor deviation = x.sub(x.mean(Reduction.axes(reduced), true));
          return Reduction.spread(share, x.shape(), reduced).mul(deviation);
        });
  }

  @Override
  public Saved saved() {
    return new Saved(true, List.of(x));
  }

  private static Case at(String where, Tensor x) {
    boolean[] all = {true};
    return Case.of(
        where,
        x,
        t -> Tensor.apply(new Std(t, all, 1, false)),
        new Folding.Naive(all, false, new Corrected(1)));
  }

  /** Distance of a line to one of equal elements. */
  private static Distance spread(boolean... reduced) {
    return Distance.of("σ", new Folding.Naive(reduced, false, new Corrected(0))).fromAbove();
  }

  /** How it is called: operand, axes, correction, keep. */
  public interface Call {
    Tensor of(Tensor x, int[] axes, int correction, boolean keep);
  }

  private static Tensor of(Tensor x, int[] axes, int correction, boolean keep) {
    return Tensor.apply(new Std(x, AxisCheck.reduced("std", axes, x), correction, keep));
  }

  /** A case of std, computed by {@code application}. */
  public static Case sample(Draw draw, Call application) {
    Folding folding = Folding.draw(draw, 3);
    int correction = draw.option("correction", folding.count() == 1 ? 1 : draw.between(0, 2));
    Case drawn =
        folding.of(
            "std",
            Sample.distinct(draw, folding.shape()),
            (x, axes, keep) -> application.of(x, axes, correction, keep),
            new Corrected(correction));
    return folding.count() == 1 ? drawn : drawn.with(spread(folding.reduced()));
  }

  private record Corrected(int correction) implements Folding.Fold {
    @Override
    public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
      return new Var.Corrected(correction).of(numbers, line).sqrt();
    }
  }
}
