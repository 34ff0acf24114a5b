package org.gradus.learn;

import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Tensor;

/**
 * Adam with a weight decay of its own, which the running means do not see.
 *
 * <pre>
 *   w ← w − η·λ·w            weight decay λ
 *   w ← the step of Adam     from the gradient alone
 * </pre>
 *
 * <p>In Adam the decay goes through the divisor: a parameter with large gradients decays less. Here
 * every parameter decays by the same share. Source: Loshchilov and Hutter, <em>Decoupled weight
 * decay regularization</em>, algorithm 2, with the decay times the learning rate as in PyTorch.
 *
 * @param adam the step by the gradient, without a weight decay
 * @param weightDecay λ, pulls parameters towards 0
 */
// [impl->learn~adamw~1]
public record AdamW(Adam adam, double weightDecay) implements Update {

  /**
   * Check the numbers.
   *
   * @throws IllegalArgumentException if the weight decay is negative or not finite, or Adam has one
   */
  public AdamW {
    HyperparameterCheck.notNegative("adamw", "weight decay", weightDecay, "0.01");
    if (adam.weightDecay() != 0) {
      throw new IllegalArgumentException(
          """
          adamw: Adam must have no weight decay, or parameters would decay twice
            given  %s
          leave it at 0 there, and give it to adamw"""
              .formatted(adam.weightDecay()));
    }
  }

  /**
   * Return Adam with its usual numbers and λ = 0.01.
   *
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public static AdamW of(double learningRate) {
    return new AdamW(Adam.of(learningRate), 0.01);
  }

  @Override
  public double learningRate() {
    return adam.learningRate();
  }

  @Override
  public AdamW withLearningRate(double other) {
    return new AdamW(adam.withLearningRate(other), weightDecay);
  }

  /**
   * Return this with another weight decay.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public AdamW withWeightDecay(double other) {
    return new AdamW(adam, other);
  }

  @Override
  public String name() {
    return "adamw";
  }

  @Override
  public void apply(Tensor w, Tensor gradient, Memory memory) {
    w.mul_(1 - learningRate() * weightDecay);
    adam.apply(w, gradient, memory);
  }
}
