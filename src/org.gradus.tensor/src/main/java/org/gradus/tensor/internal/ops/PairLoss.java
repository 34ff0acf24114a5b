package org.gradus.tensor.internal.ops;

import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.BinaryOp;

/** Loss with one term for each element of a prediction a and a target b of the same shape. */
interface PairLoss extends BinaryOp {

  /** How the terms become one number. */
  LossReduction reduction();

  /** The way from the terms to one number, and back. */
  default LossFold fold() {
    return LossFold.of(reduction(), a());
  }

  /** The loss of all, from the losses of the elements. */
  default Tensor reduced(Tensor losses) {
    return fold().reduced(losses);
  }

  /** Gradient by the loss of each element, from the gradient by the loss of all. */
  default Tensor share(Tensor yBar) {
    return fold().share(yBar);
  }
}
