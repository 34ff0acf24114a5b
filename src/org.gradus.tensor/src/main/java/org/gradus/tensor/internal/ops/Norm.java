package org.gradus.tensor.internal.ops;

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
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Vector norm over axes.
 *
 * <pre>
 *   y = (Σ |x|ᵖ)^(1/p)               p = 0: number of x ≠ 0      p = ∞: largest |x|
 *   x̄ = ȳ·sign(x)·(|x|/y)ᵖ⁻¹         0 where y = 0
 *   p = 0: x̄ = 0      p = ∞: x̄ = ȳ·sign(x)/k where |x| = y, else 0
 * </pre>
 *
 * <p>k is the number of elements that tie, which share evenly. For p &lt; 1 it is no norm, and its
 * slope at a zero beside other elements infinite; the declared gradient is 0. The norm of no
 * element is 0.
 *
 * @param reduced whether each axis is folded
 * @param keep whether a folded axis stays with length one
 */
// [impl->op~norm~1]
public record Norm(Tensor x, double p, boolean[] reduced, boolean keep) implements UnaryOp {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final String SMALLEST = "subgradient of smallest norm";

  static final Operation OPERATION =
      Operation.of(
              "norm",
              "y = (Σ |x|ᵖ)^(1/p)",
              "x̄ = ȳ·sign(x)·(|x|/y)ᵖ⁻¹, 0 where y = 0",
              draw -> sample(draw, (x, p, axes, keep) -> x.norm(p, axes, keep)))
          .with(kink("p = 2, zeros", 2, Tensor.of(0, 0), SMALLEST, 0, 0))
          .with(kink("p = 1, one zero", 1, Tensor.of(0, 2), SMALLEST, 0, 1))
          .with(kink("p = 0.5, one zero", 0.5, Tensor.of(0, 4), "as PyTorch", 0, 1))
          .with(kink("p = ∞, a tie", INFINITY, Tensor.of(1, -1), SMALLEST, 0.5, -0.5))
          .with(kink("p = 0, one zero", 0, Tensor.of(0, 2), "a jump", 0, 0));

  /**
   * Check the exponent.
   *
   * @throws IllegalArgumentException if {@code p} is negative or NaN
   */
  public Norm {
    if (!(p >= 0)) {
      throw new IllegalArgumentException(
          "norm: the exponent must be 0, positive, or infinite\n  given  " + p);
    }
  }

  @Override
  public Tensor forward() {
    if (p == INFINITY) {
      return Kernels.reduce(Kernels.map(x, Math::abs), reduced, keep, 0, Math::max);
    }
    Tensor sum = Kernels.reduce(Kernels.map(x, this::power), reduced, keep, 0, Double::sum);
    return p == 0 ? sum : Kernels.map(sum, p == 2 ? Math::sqrt : s -> Math.pow(s, 1 / p));
  }

  private double power(double v) {
    if (p == 0) {
      return v == 0 ? 0 : 1;
    }
    return p == 2 ? v * v : Math.pow(Math.abs(v), p);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Reduction.spread(yBar, x.shape(), reduced).mul(slope(y)));
  }

  private Tensor slope(Tensor y) {
    Tensor signs = Kernels.map(x, v -> v > 0 ? 1 : v < 0 ? -1 : 0);
    if (p == 0) {
      return Tensor.zeros(x.shape());
    }
    if (p == 1) {
      return signs;
    }
    if (p == INFINITY) {
      return signs.mul(Extremes.shares(Kernels.map(x, Math::abs), y, reduced));
    }
    Tensor whole = Reduction.spread(y, x.shape(), reduced);
    Tensor zero = Kernels.map(whole, v -> v == 0 ? 1 : 0);
    Tensor safe = whole.maskedFill(zero, 1);
    if (p == 2) {
      return x.div(safe).maskedFill(zero, 0);
    }
    Tensor size = p < 1 ? x.abs().maskedFill(Kernels.map(x, v -> v == 0 ? 1 : 0), 1) : x.abs();
    return signs.mul(size.div(safe).pow(p - 1)).maskedFill(zero, 0);
  }

  @Override
  public Saved saved() {
    if (p == 0) {
      return Saved.nothing();
    }
    return new Saved(p != 1, List.of(x));
  }

  private static Kink kink(String where, double p, Tensor x, String reason, double... gradient) {
    boolean[] all = {true};
    Definition definition = new Folding.Naive(all, false, new Naive(p));
    Case at = Case.of(where, x, t -> t.norm(p), definition).with(distances(p, all));
    return Kink.subgradient(at, reason, Tensor.of(gradient));
  }

  /** How it is called: operand, exponent, axes, keep. */
  public interface Call {
    Tensor of(Tensor x, double p, int[] axes, boolean keep);
  }

  /** A case of norm, computed by {@code application}. */
  public static Case sample(Draw draw, Call application) {
    // Of one element every norm is its size: draw more, most of the time.
    Folding folding = Folding.draw(draw, draw.rarely(4) ? 0 : 2);
    List<Double> all = List.of(1.0, INFINITY, 0.0, 2.0, 3.0, 1.5, 0.5);
    double p = draw.option("p", draw.oneOf(folding.count() == 1 ? all.subList(0, 3) : all));
    int[] shape = folding.shape();
    Tensor x =
        p == INFINITY
            ? distinctSizes(draw, shape)
            : Sample.tensor(draw, Domain.AWAY_FROM_ZERO, shape);
    return folding
        .of("norm p = " + p, x, (t, axes, keep) -> application.of(t, p, axes, keep), new Naive(p))
        .with(distances(p, folding.reduced()));
  }

  /** A zero among the elements, a tie of the largest, or nothing but zeros. */
  private static Distance[] distances(double p, boolean... reduced) {
    Distance zero = Distance.ofOperand("x", 0, 0);
    if (p == INFINITY) {
      Folding.Fold gap = new OfSizes(new Gap(Max::define));
      return new Distance[] {zero, Distance.of("gap", new Folding.Naive(reduced, false, gap))};
    }
    Distance zeros = Distance.of("‖x‖", new Folding.Naive(reduced, false, new Length()));
    return p <= 1 ? new Distance[] {zero} : new Distance[] {zero, zeros.fromAbove()};
  }

  private static <S extends Real<S>> S size(S x) {
    return x.value() < 0 ? x.neg() : x.mul(1);
  }

  /** The norm of nothing has no slope at all. */
  private record Length() implements Folding.Fold {
    @Override
    public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
      return line.isEmpty() ? numbers.constant(INFINITY) : new Naive(2).of(numbers, line);
    }
  }

  private record OfSizes(Folding.Fold fold) implements Folding.Fold {
    @Override
    public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
      return fold.of(numbers, line.stream().map(Norm::size).toList());
    }
  }

  /** Elements whose sizes never tie, with random signs. */
  private static Tensor distinctSizes(Draw draw, int... shape) {
    Tensor distinct = Sample.distinct(draw, shape);
    Tensor sizes = distinct.add(4 * Domain.ROOM * (distinct.numel() / 2.0 + 1));
    return sizes.mul(Where.coins(draw, shape).mul(2).sub(1));
  }

  private record Naive(double p) implements Folding.Fold {
    @Override
    public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
      if (p == 0 || line.isEmpty()) {
        return numbers.constant(line.size());
      }
      List<S> sizes = line.stream().map(Norm::size).toList();
      if (p == 1) {
        return Lines.sum(sizes);
      }
      if (p == INFINITY) {
        return Max.define(sizes);
      }
      return Lines.sum(sizes.stream().map(size -> size.pow(p)).toList()).pow(1 / p);
    }
  }
}
