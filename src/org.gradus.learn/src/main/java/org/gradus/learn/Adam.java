package org.gradus.learn;

import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Tensor;

/**
 * Descent by running means of the gradient and of its square.
 *
 * <pre>
 *   g ← ∇L(w)                        −∇L(w) to maximize
 *   g ← g + λ·w                      weight decay λ
 *   m ← β₁·m + (1 − β₁)·g            m = 0 at first
 *   v ← β₂·v + (1 − β₂)·g²           v = 0 at first
 *   w ← w − η/(1 − β₁ᵗ) · m/(√(v/(1 − β₂ᵗ)) + ε)          in step t = 1, 2, …
 * </pre>
 *
 * <p>The divisors 1 − βᵗ correct for the zeros at the start, so that the first step is η·sign(g)
 * but for ε. AMSGrad takes the largest v so far. Source: Kingma and Ba, <em>Adam: a method for
 * stochastic optimization</em>, algorithm 1; Reddi, Kale and Kumar, <em>On the convergence of Adam
 * and beyond</em>.
 *
 * @param learningRate η, per step; 0 changes nothing
 * @param beta1 β₁, the share of the mean that a step keeps
 * @param beta2 β₂, the share of the mean square that a step keeps
 * @param eps ε, keeps the divisor from being zero
 * @param weightDecay λ, pulls parameters towards 0
 * @param amsgrad whether v never falls
 * @param maximize whether to climb instead of to descend
 */
// [impl->learn~adam~1]
public record Adam(
    double learningRate,
    double beta1,
    double beta2,
    double eps,
    double weightDecay,
    boolean amsgrad,
    boolean maximize)
    implements Update {

  /**
   * Check the numbers.
   *
   * @throws IllegalArgumentException if one is not finite or negative, or β₁ or β₂ is not below 1
   */
  public Adam {
    HyperparameterCheck.notNegative("adam", "learning rate", learningRate, "0.001");
    HyperparameterCheck.share("adam", "first beta", beta1, "0.9");
    HyperparameterCheck.share("adam", "second beta", beta2, "0.999");
    HyperparameterCheck.notNegative("adam", "eps", eps, "1e-8");
    HyperparameterCheck.notNegative("adam", "weight decay", weightDecay, "0.0001");
  }

  /**
   * Return β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸, without weight decay.
   *
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public static Adam of(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-8, 0, false, false);
  }

  @Override
  public Adam withLearningRate(double other) {
    return new Adam(other, beta1, beta2, eps, weightDecay, amsgrad, maximize);
  }

  /**
   * Return this with other shares.
   *
   * @throws IllegalArgumentException if one is not from 0 to 1, 1 excluded
   */
  public Adam withBetas(double first, double second) {
    return new Adam(learningRate, first, second, eps, weightDecay, amsgrad, maximize);
  }

  /**
   * Return this with another ε.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Adam withEps(double other) {
    return new Adam(learningRate, beta1, beta2, other, weightDecay, amsgrad, maximize);
  }

  /**
   * Return this with another weight decay.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Adam withWeightDecay(double other) {
    return new Adam(learningRate, beta1, beta2, eps, other, amsgrad, maximize);
  }

  /** Return this with a v that never falls. */
  public Adam withAmsgrad() {
    return new Adam(learningRate, beta1, beta2, eps, weightDecay, true, maximize);
  }

  /** Return this climbing instead of descending. */
  public Adam withMaximize() {
    return new Adam(learningRate, beta1, beta2, eps, weightDecay, amsgrad, true);
  }

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public void apply(Tensor w, Tensor gradient, Memory memory) {
    Tensor g = maximize ? gradient.neg() : gradient;
    if (weightDecay != 0) {
      g = g.add(w.mul(weightDecay));
    }
    Tensor m = memory.recallOrZeros("exp_avg", w);
    Tensor v = memory.recallOrZeros("exp_avg_sq", w);
    m.mul_(beta1).add_(g.mul(1 - beta1));
    v.mul_(beta2).add_(g.square().mul(1 - beta2));
    Tensor largest = amsgrad ? largest(v, memory) : v;
    long t = memory.countStep();
    double meanRest = 1 - Math.pow(beta1, t);
    double squareRest = 1 - Math.pow(beta2, t);
    Tensor divisor = largest.sqrt().div(Math.sqrt(squareRest)).add(eps);
    w.sub_(m.mul(learningRate / meanRest).div(divisor));
  }

  private static Tensor largest(Tensor v, Memory memory) {
    Tensor largest = memory.recallOrZeros("max_exp_avg_sq", v);
    return largest.copy_(largest.maximum(v));
  }
}
