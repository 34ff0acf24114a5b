package org.gradus.tensor.internal.ops;

import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.UnaryOp;

/**
 * Slices added where an index points to: the adjoint of {@link IndexSelect}.
 *
 * <pre>
 *   y[…, j, …] = Σ x[…, i, …] over all i with index[i] = j
 *   x̄[…, i, …] = ȳ[…, index[i], …]
 * </pre>
 *
 * @param shape shape of the result
 */
public record IndexAdd(Tensor x, int[] shape, int axis, IndexTensor index) implements UnaryOp {

  @Override
  public Tensor forward() {
    return Kernels.putAdd(x, shape, axis, index);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.indexSelect(axis, index));
  }
}
