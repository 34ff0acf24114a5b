package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;

/**
 * Affine map of features.
 *
 * <pre>
 *   Y = X·Wᵀ + b        X: [N, I]   W: [O, I]   b: [O]   Y: [N, O]
 *   X̄ = Ȳ·W
 *   W̄ = Ȳᵀ·X      b̄ = Σ Ȳ over N
 * </pre>
 */
// [impl->op~linear~1]
public record Linear<N extends Axis, I extends Axis, O extends Axis>(
    Matrix<N, I> x, Matrix<O, I> w, Vector<O> b) implements Op<Matrix<N, O>> {
  static final Operation OPERATION =
      Operation.of(
          "linear", "Y = X·Wᵀ + b", "X̄ = Ȳ·W, W̄ = Ȳᵀ·X, b̄ = Σ Ȳ over the rows", Linear::sample);

  /** Check the operands. */
  public Linear {
    LayerCheck.linear(x.tensor(), w.tensor(), Optional.of(b.tensor()));
  }

  /**
   * Map the last axis of a tensor of any rank above 0; those before it are folded into one.
   *
   * @throws org.gradus.tensor.ShapeException if the operands do not fit
   */
  public static Tensor of(Tensor x, Tensor w, Optional<Tensor> b) {
    LayerCheck.linear(x, w, b);
    int inputs = w.size(1);
    int[] lead = Arrays.copyOf(x.shape(), x.ndim() - 1);
    Tensor rows = x.ndim() == 2 ? x : x.reshape(Shapes.size(lead), inputs);
    Dim<Axis> in = Dim.of(Axis.class, inputs);
    Dim<Axis> out = Dim.of(Axis.class, w.size(0));
    Tensor y =
        Tensor.apply(
            new Linear<>(
                Matrix.of(Dim.of(Axis.class, rows.size(0)), in, rows),
                Matrix.of(out, in, w),
                Vector.of(out, b.orElseGet(() -> Tensor.zeros(w.size(0))))));
    return x.ndim() == 2 ? y : y.reshape(Shapes.append(lead, w.size(0)));
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x.tensor(), w.tensor(), b.tensor());
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(
        Kernels.matmul(x.tensor(), w.tensor().t()), b.tensor(), (product, bias) -> product + bias);
  }

  @Override
  public Matrix<N, O> face(Tensor tensor) {
    return Matrix.of(x.rowDim(), w.rowDim(), tensor);
  }

  @Override
  public void backward(Matrix<N, O> y, Matrix<N, O> yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.matmul(w));
    gradients.add(w, () -> yBar.transpose().matmul(x));
    gradients.add(b, yBar::columnSums);
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(x, w.requiresGrad()).and(w, x.requiresGrad());
  }

  private static Case sample(Draw draw) {
    int inputs = draw.length(0);
    int outputs = draw.length(0);
    int[] shape = Shapes.append(Sample.shape(draw, draw.rank(0, 2)), inputs);
    Tensor x = Sample.tensor(draw, Domain.AROUND_ZERO, shape);
    Tensor w = Sample.tensor(draw, Domain.AROUND_ZERO, outputs, inputs);
    String title = "linear " + x.signature() + " " + w.signature();
    if (draw.yes()) {
      return new Case(title, List.of(x, w), t -> Layers.linear(t.get(0), t.get(1)), Linear::define);
    }
    Tensor b = Sample.tensor(draw, Domain.AROUND_ZERO, outputs);
    return new Case(
        title + " with a bias",
        List.of(x, w, b),
        t -> Layers.linear(t.get(0), t.get(1), t.get(2)),
        Linear::define);
  }

  static <S extends Real<S>> Cells<S> define(Numbers<S> numbers, List<Cells<S>> operands) {
    Cells<S> x = operands.get(0);
    Cells<S> w = operands.get(1);
    int last = x.rank() - 1;
    int[] shape = x.shape().clone();
    shape[last] = w.shape()[0];
    return Cells.of(
        shape,
        at -> {
          S sum = operands.size() == 2 ? numbers.constant(0) : operands.get(2).at(at[last]);
          for (int i = 0; i < w.shape()[1]; i++) {
            int[] from = at.clone();
            from[last] = i;
            sum = sum.add(x.at(from).mul(w.at(at[last], i)));
          }
          return sum;
        });
  }
}
