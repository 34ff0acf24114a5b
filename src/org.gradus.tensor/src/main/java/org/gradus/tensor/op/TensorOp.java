package org.gradus.tensor.op;

import org.gradus.tensor.Tensor;

/** Operation whose rule is written for tensors of any rank. */
public interface TensorOp extends Op<Tensor> {

  @Override
  default Tensor face(Tensor tensor) {
    return tensor;
  }
}
