package org.gradus.tensor.internal.ops;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.UnaryOp;

/** Operation whose result is the storage of its operand under another layout. */
// [impl->tensor~views~1]
public interface ViewOp extends UnaryOp {

  /** Layout of the view, given that of the operand. */
  Layout region(Layout x);

  @Override
  default Tensor forward() {
    return Kernels.view(x(), this::region);
  }
}
