package org.gradus.tensor.internal.ops;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Smallest of all elements.
 *
 * <pre>
 *   y = min xᵢ
 *   x̄ᵢ = ȳ/k where xᵢ = y, else 0      k: number of elements that tie
 * </pre>
 *
 * <p>NaN wins. Along an axis the first smallest element gets the whole gradient instead: its index
 * is a part of the result.
 */
// [impl->op~min~1]
public record Min(Tensor x) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "min",
              "y = min xᵢ",
              "x̄ᵢ = ȳ/k where xᵢ is one of the k smallest, else 0",
              draw -> sample(draw, Tensor::min, (t, axis, keep) -> t.min(axis, keep).values()))
          .with(
              Extremes.tie(
                  "a tie of two among all",
                  Tensor::min,
                  Min::define,
                  0.5,
                  "subgradient of smallest norm"))
          .with(
              Extremes.tie(
                  "a tie of two along an axis",
                  t -> t.min(0).values(),
                  Min::define,
                  1,
                  "the index of the first is a part of the result"))
          .with(Extremes.nan("a NaN among all", Tensor::min, Min::define))
          .with(Extremes.nan("a NaN along an axis", t -> t.min(0).values(), Min::define));

  @Override
  public Tensor forward() {
    boolean[] all = AxisCheck.all(x);
    return Kernels.reduce(x, all, false, Double.POSITIVE_INFINITY, Math::min);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(Extremes.shares(x, y, AxisCheck.all(x))));
  }

  @Override
  public Saved saved() {
    return new Saved(true, List.of(x));
  }

  /** A case of min, computed by two applications: over all elements, and along an axis. */
  public static Case sample(
      Draw draw, UnaryOperator<Tensor> overAll, Extremes.AlongAxis alongAxis) {
    return Extremes.sample("min", draw, overAll, alongAxis, Min::define);
  }

  static <S extends Real<S>> S define(List<S> line) {
    S found = line.get(0);
    for (S element : line) {
      found = element.value() < found.value() ? element : found;
    }
    return found.mul(1);
  }
}
