package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/**
 * Standardization over the last axes, each example by itself.
 *
 * <pre>
 *   y = γ·(x − m)/√(v + ε) + β      m, v: over the last axes; γ, β: of their shape
 * </pre>
 *
 * <p>The rule is that of {@link Normalize}.
 */
// [impl->op~layerNorm~1]
public final class LayerNorm {
  static final Operation OPERATION =
      Operation.of(
          "layerNorm",
          "y = γ·(x − m)/σ + β over the last axes",
          "x̄ = (ȳ·γ − Σ ȳ·γ/n − x̂·Σ (ȳ·γ·x̂)/n)/σ, γ̄ = Σ ȳ·x̂, β̄ = Σ ȳ",
          LayerNorm::sample);

  private LayerNorm() {}

  /**
   * Normalize the last axes.
   *
   * @param shape their lengths
   * @throws org.gradus.tensor.ShapeException if the operands do not fit
   */
  public static Tensor of(Tensor x, int[] shape, Normalization normalization) {
    LayerCheck.lastAxes(x, shape);
    normalization.weight().ifPresent(w -> LayerCheck.normalizedShape("weight", w, shape));
    normalization.bias().ifPresent(b -> LayerCheck.normalizedShape("bias", b, shape));
    boolean[] reduced = new boolean[x.ndim()];
    Arrays.fill(reduced, x.ndim() - shape.length, x.ndim(), true);
    return Tensor.apply(
        new Normalize(
            "LayerNorm",
            x,
            normalization.weight().orElseGet(() -> Tensor.ones(shape)),
            normalization.bias().orElseGet(() -> Tensor.zeros(shape)),
            Normalize.Moments.of(x, reduced),
            reduced,
            shape.clone(),
            normalization.eps()));
  }

  /** Options with the operands after the first as weight and bias. */
  static Normalization options(List<Tensor> operands, double eps) {
    Normalization standard = Normalization.standard().eps(eps);
    Normalization scaled = operands.size() > 1 ? standard.weight(operands.get(1)) : standard;
    return operands.size() > 2 ? scaled.bias(operands.get(2)) : scaled;
  }

  private static Case sample(Draw draw) {
    int[] shape = Sample.shape(draw, draw.rank(1, 3));
    int named = draw.option("axes", shape.length - draw.between(0, shape.length - 1));
    int[] last = Arrays.copyOfRange(shape, shape.length - named, shape.length);
    double eps = Normalize.sampleEps(draw);
    List<Tensor> operands = new ArrayList<>();
    operands.add(Normalize.sample(draw, shape));
    int affine = draw.option("affine operands", draw.between(0, 2));
    for (int i = 0; i < affine; i++) {
      operands.add(Sample.tensor(draw, Domain.AROUND_ZERO, last));
    }
    return new Case(
        "layerNorm "
            + operands.stream().map(Tensor::signature).toList()
            + " over "
            + Arrays.toString(last)
            + ", eps "
            + eps,
        operands,
        t -> Layers.layerNorm(t.get(0), last, options(t, eps)),
        new Naive(last.length, eps));
  }

  private record Naive(int axes, double eps) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      int lead = x.rank() - axes;
      int[] last = Arrays.copyOfRange(x.shape(), lead, x.rank());
      List<S> values = new ArrayList<>();
      for (int[] example : Cells.indices(Arrays.copyOf(x.shape(), lead))) {
        List<int[]> within = Cells.indices(last);
        List<S> together = within.stream().map(at -> x.at(join(example, at))).toList();
        List<S> normal = Normalize.define(numbers, together, eps);
        for (int i = 0; i < normal.size(); i++) {
          values.add(Normalize.affine(normal.get(i), operands, within.get(i)));
        }
      }
      return new Cells<>(x.shape(), values);
    }

    private static int[] join(int[] lead, int... last) {
      int[] index = Arrays.copyOf(lead, lead.length + last.length);
      System.arraycopy(last, 0, index, lead.length, last.length);
      return index;
    }
  }
}
