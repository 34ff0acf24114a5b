package org.gradus.learn;

import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Tensor;

/**
 * Descent by the gradient over the root of its running mean square.
 *
 * <pre>
 *   g ← ∇L(w)                    −∇L(w) to maximize
 *   g ← g + λ·w                  weight decay λ
 *   v ← α·v + (1 − α)·g²         v = 0 at first
 *   m ← α·m + (1 − α)·g          m = 0 at first; only where it is centered
 *   s ← g/(√v + ε)               g/(√(v − m²) + ε) where it is centered
 *   b ← μ·b + s,  s ← b          momentum μ; b = 0 at first
 *   w ← w − η·s                  learning rate η
 * </pre>
 *
 * <p>ε stands outside the root, as in PyTorch. Source: Tieleman and Hinton, <em>Neural networks for
 * machine learning</em>, lecture 6.5; centered: Graves, <em>Generating sequences with recurrent
 * neural networks</em>, equations 38 to 41.
 *
 * @param learningRate η, per step; 0 changes nothing
 * @param alpha α, the share of the mean square that a step keeps
 * @param eps ε, keeps the divisor from being zero
 * @param weightDecay λ, pulls parameters towards 0
 * @param momentum μ, the share of the velocity that a step keeps
 * @param centered whether to divide by the running deviation instead of the root mean square
 * @param maximize whether to climb instead of to descend
 */
// [impl->learn~rmsprop~1]
public record RmsProp(
    double learningRate,
    double alpha,
    double eps,
    double weightDecay,
    double momentum,
    boolean centered,
    boolean maximize)
    implements Update {

  /**
   * Check the numbers.
   *
   * @throws IllegalArgumentException if one is not finite or negative, or α is not below 1
   */
  public RmsProp {
    HyperparameterCheck.notNegative("rmsprop", "learning rate", learningRate, "0.01");
    HyperparameterCheck.share("rmsprop", "alpha", alpha, "0.99");
    HyperparameterCheck.notNegative("rmsprop", "eps", eps, "1e-8");
    HyperparameterCheck.notNegative("rmsprop", "weight decay", weightDecay, "0.0001");
    HyperparameterCheck.notNegative("rmsprop", "momentum", momentum, "0.9");
  }

  /**
   * Return α = 0.99 and ε = 10⁻⁸, without weight decay and momentum, not centered.
   *
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public static RmsProp of(double learningRate) {
    return new RmsProp(learningRate, 0.99, 1e-8, 0, 0, false, false);
  }

  @Override
  public RmsProp withLearningRate(double other) {
    return new RmsProp(other, alpha, eps, weightDecay, momentum, centered, maximize);
  }

  /**
   * Return this with another share of the mean square.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1, 1 excluded
   */
  public RmsProp withAlpha(double other) {
    return new RmsProp(learningRate, other, eps, weightDecay, momentum, centered, maximize);
  }

  /**
   * Return this with another ε.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public RmsProp withEps(double other) {
    return new RmsProp(learningRate, alpha, other, weightDecay, momentum, centered, maximize);
  }

  /**
   * Return this with another weight decay.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public RmsProp withWeightDecay(double other) {
    return new RmsProp(learningRate, alpha, eps, other, momentum, centered, maximize);
  }

  /**
   * Return this with another momentum.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public RmsProp withMomentum(double other) {
    return new RmsProp(learningRate, alpha, eps, weightDecay, other, centered, maximize);
  }

  /** Return this dividing by the running deviation. */
  public RmsProp withCentered() {
    return new RmsProp(learningRate, alpha, eps, weightDecay, momentum, true, maximize);
  }

  /** Return this climbing instead of descending. */
  public RmsProp withMaximize() {
    return new RmsProp(learningRate, alpha, eps, weightDecay, momentum, centered, true);
  }

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  public void apply(Tensor w, Tensor gradient, Memory memory) {
    Tensor g = maximize ? gradient.neg() : gradient;
    if (weightDecay != 0) {
      g = g.add(w.mul(weightDecay));
    }
    Tensor v = memory.recallOrZeros("square_avg", w);
    v.mul_(alpha).add_(g.square().mul(1 - alpha));
    Tensor s = g.div((centered ? variance(v, g, memory) : v).sqrt().add(eps));
    if (momentum > 0) {
      s = memory.recallOrZeros("momentum_buffer", w).mul_(momentum).add_(s);
    }
    w.sub_(s.mul(learningRate));
  }

  private Tensor variance(Tensor v, Tensor g, Memory memory) {
    Tensor m = memory.recallOrZeros("grad_avg", v);
    m.mul_(alpha).add_(g.mul(1 - alpha));
    return v.sub(m.square());
  }
}
