package org.gradus.tensor.internal.misconceptions;

import java.util.function.UnaryOperator;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.EnableGrad;
import org.gradus.tensor.Tensor;

/** The right rule of a wrong line: what somebody writes who takes one for the other. */
final class Adjoint {
  private Adjoint() {}

  /**
   * Gradient that belongs to a linear line.
   *
   * @param shape shape of the operand
   */
  static Tensor of(UnaryOperator<Tensor> line, int[] shape, Tensor yBar) {
    try (var on = EnableGrad.on()) {
      Tensor anywhere = Tensor.zeros(shape).requiresGrad_();
      return Autograd.of(line.apply(anywhere))
          .seeds(yBar)
          .createGraph()
          .zeroIfUnused()
          .grad(anywhere)
          .get(0);
    }
  }
}
