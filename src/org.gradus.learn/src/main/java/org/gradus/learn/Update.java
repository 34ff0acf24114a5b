package org.gradus.learn;

import org.gradus.tensor.Tensor;

/**
 * The formula by which a step changes one parameter, with its numbers that are chosen and not
 * learned.
 *
 * <p>An update is a value: to change one number is to make another update. What differs from
 * parameter to parameter is kept in a {@link Memory}.
 */
// [impl->learn~optimizer~1]
public interface Update {

  /** Return the name that messages show. */
  String name();

  /** Return the learning rate, per step. */
  double learningRate();

  /**
   * Return this with another learning rate.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  Update withLearningRate(double learningRate);

  /**
   * Change a parameter in place.
   *
   * <p>An optimizer calls it in a {@link org.gradus.tensor.NoGrad} block.
   *
   * @param w the parameter
   * @param gradient ∇L(w), of the same shape; it is not changed
   * @param memory what earlier steps have left, which this one may change
   */
  void apply(Tensor w, Tensor gradient, Memory memory);
}
