package org.gradus.learn;

/**
 * A descent that has left the finite numbers.
 *
 * <p>The parameters are as they were before the step that was refused.
 */
public final class DivergenceException extends ArithmeticException {

  private static final long serialVersionUID = 1L;

  DivergenceException(double loss, double learningRate) {
    super(
        """
        gradient descent: the loss must be finite
          loss           %s
          learning rate  %s
        start again with a smaller learning rate: above 2/λmax of the Hessian each step grows the error"""
            .formatted(loss, learningRate));
  }

  private DivergenceException(String message) {
    super(message);
  }

  /**
   * Return what a training ends with whose loss is not finite, before the step that it would make.
   *
   * @param epoch from 1
   * @param batch from 1
   * @param learningRate of the first group, per step
   */
  public static DivergenceException inTraining(
      int epoch, int batch, double loss, double learningRate) {
    return new DivergenceException(
        """
        training: the loss must be finite
          loss           %s, of batch %d in epoch %d
          learning rate  %s
        start again with a smaller learning rate, standardized inputs, or clipped gradients"""
            .formatted(loss, batch, epoch, learningRate));
  }

  /** Return what a gradient is refused by whose norm is not finite. */
  static DivergenceException ofGradient(double norm) {
    return new DivergenceException(
        """
        gradient clipping: the norm of the gradient must be finite
          norm  %s
        no gradient was changed; start again with a smaller learning rate"""
            .formatted(norm));
  }
}
