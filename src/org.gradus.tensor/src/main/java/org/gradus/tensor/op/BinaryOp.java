package org.gradus.tensor.op;

import java.util.List;
import org.gradus.tensor.Tensor;

/** Operation with two operands, a and b. */
public interface BinaryOp extends TensorOp {

  /** The left operand. */
  Tensor a();

  /** The right operand. */
  Tensor b();

  @Override
  default List<Tensor> inputs() {
    return List.of(a(), b());
  }
}
