package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Saved;

/**
 * Matrix product.
 *
 * <pre>
 *   Y = X·W        X: [N, K]   W: [K, M]   Y: [N, M]
 *   X̄ = Ȳ·Wᵀ
 *   W̄ = Xᵀ·Ȳ
 * </pre>
 */
// [impl->op~matmul~1]
public record MatMul<N extends Axis, K extends Axis, M extends Axis>(Matrix<N, K> x, Matrix<K, M> w)
    implements Op<Matrix<N, M>> {
  static final Operation OPERATION =
      Operation.of("matmul", "Y = X·W", "X̄ = Ȳ·Wᵀ, W̄ = Xᵀ·Ȳ", Products::sampleMatmul);

  /** Check the operands. */
  public MatMul {
    ShapeCheck.typedProduct("matmul", x.tensor(), w.tensor());
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x.tensor(), w.tensor());
  }

  @Override
  public Tensor forward() {
    return Kernels.matmul(x.tensor(), w.tensor());
  }

  @Override
  public Matrix<N, M> face(Tensor tensor) {
    return Matrix.of(x.rowDim(), w.columnDim(), tensor);
  }

  @Override
  public void backward(Matrix<N, M> y, Matrix<N, M> yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.matmul(w.transpose()));
    gradients.add(w, () -> x.transpose().matmul(yBar));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(x, w.requiresGrad()).and(w, x.requiresGrad());
  }
}
