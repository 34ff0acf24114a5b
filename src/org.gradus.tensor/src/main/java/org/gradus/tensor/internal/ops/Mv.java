package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Saved;

/**
 * Matrix times vector.
 *
 * <pre>
 *   y = A·x        A: [N, K]   x: [K]   y: [N]
 *   Ā = ȳ·xᵀ
 *   x̄ = Aᵀ·ȳ
 * </pre>
 */
// [impl->op~mv~1]
public record Mv<N extends Axis, K extends Axis>(Matrix<N, K> a, Vector<K> x)
    implements Op<Vector<N>> {
  static final Operation OPERATION =
      Operation.of("mv", "y = A·x", "Ā = ȳ·xᵀ, x̄ = Aᵀ·ȳ", Products::sampleMv);

  /** Check the operands. */
  public Mv {
    ShapeCheck.typedProduct("mv", a.tensor(), x.tensor());
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(a.tensor(), x.tensor());
  }

  @Override
  public Tensor forward() {
    return Kernels.mv(a.tensor(), x.tensor());
  }

  @Override
  public Vector<N> face(Tensor tensor) {
    return Vector.of(a.rowDim(), tensor);
  }

  @Override
  public void backward(Vector<N> y, Vector<N> yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.asColumns(a.columnDim()).mulRow(x));
    gradients.add(x, () -> a.transpose().matmul(yBar));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(a, x.requiresGrad()).and(x, a.requiresGrad());
  }
}
