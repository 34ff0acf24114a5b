package org.gradus.tensor.op;

import java.util.List;
import org.gradus.tensor.Tensor;

/** Operation with one operand, x. */
public interface UnaryOp extends TensorOp {

  /** The operand. */
  Tensor x();

  @Override
  default List<Tensor> inputs() {
    return List.of(x());
  }
}
