package org.gradus.tensor.op;

import java.util.function.Supplier;
import org.gradus.tensor.Face;

/** Receiver of the gradients that a reverse rule computes. */
// [impl->shape~typed-rule~1]
public interface Gradients {

  /**
   * Add a share to the gradient of an operand.
   *
   * @param operand operand of the operation; it does not matter whether it requires a gradient
   * @param gradient computes the share, of the operand's shape; asked only if the gradient is
   *     wanted
   * @throws org.gradus.tensor.GradientException if the shape of the share is not that of the
   *     operand
   */
  <F extends Face<F>> void add(F operand, Supplier<F> gradient);
}
