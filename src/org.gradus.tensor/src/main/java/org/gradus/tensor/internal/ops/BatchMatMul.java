package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;

/**
 * Matrix products, one for each index of a leading axis.
 *
 * <pre>
 *   Y[c] = A[c]·B[c]        A: [C, N, K]   B: [C, K, M]   Y: [C, N, M]
 *   Ā[c] = Ȳ[c]·B[c]ᵀ      B̄[c] = A[c]ᵀ·Ȳ[c]
 * </pre>
 */
// [impl->op~matmul~1]
public record BatchMatMul(Tensor a, Tensor b) implements BinaryOp {

  @Override
  public Tensor forward() {
    return Kernels.batchMatmul(a, b);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.matmul(b.transpose(1, 2)));
    gradients.add(b, () -> a.transpose(1, 2).matmul(yBar));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(a, b.requiresGrad()).and(b, a.requiresGrad());
  }
}
