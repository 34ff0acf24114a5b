package org.gradus.learn;

import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Tensor;

/**
 * Descent by the gradient over the root of the sum of its squares so far.
 *
 * <pre>
 *   g ← ∇L(w)                    −∇L(w) to maximize
 *   g ← g + λ·w                  weight decay λ
 *   v ← v + g²                   v = v₀ at first
 *   w ← w − η/(1 + (t − 1)·κ) · g/(√v + ε)          in step t = 1, 2, …
 * </pre>
 *
 * <p>Source: Duchi, Hazan and Singer, <em>Adaptive subgradient methods for online learning and
 * stochastic optimization</em>; κ and v₀ as in PyTorch.
 *
 * @param learningRate η, per step; 0 changes nothing
 * @param learningRateDecay κ, per step
 * @param weightDecay λ, pulls parameters towards 0
 * @param initialAccumulator v₀, in the unit of a squared gradient
 * @param eps ε, keeps the divisor from being zero
 * @param maximize whether to climb instead of to descend
 */
// [impl->learn~adagrad~1]
public record Adagrad(
    double learningRate,
    double learningRateDecay,
    double weightDecay,
    double initialAccumulator,
    double eps,
    boolean maximize)
    implements Update {

  /**
   * Check the numbers.
   *
   * @throws IllegalArgumentException if one is not finite or negative
   */
  public Adagrad {
    HyperparameterCheck.notNegative("adagrad", "learning rate", learningRate, "0.01");
    HyperparameterCheck.notNegative("adagrad", "learning rate decay", learningRateDecay, "0");
    HyperparameterCheck.notNegative("adagrad", "weight decay", weightDecay, "0.0001");
    HyperparameterCheck.notNegative("adagrad", "initial accumulator", initialAccumulator, "0");
    HyperparameterCheck.notNegative("adagrad", "eps", eps, "1e-10");
  }

  /**
   * Return ε = 10⁻¹⁰, with all else at 0.
   *
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public static Adagrad of(double learningRate) {
    return new Adagrad(learningRate, 0, 0, 0, 1e-10, false);
  }

  @Override
  public Adagrad withLearningRate(double other) {
    return new Adagrad(other, learningRateDecay, weightDecay, initialAccumulator, eps, maximize);
  }

  /**
   * Return this with another decay of the learning rate.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Adagrad withLearningRateDecay(double other) {
    return new Adagrad(learningRate, other, weightDecay, initialAccumulator, eps, maximize);
  }

  /**
   * Return this with another weight decay.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Adagrad withWeightDecay(double other) {
    return new Adagrad(learningRate, learningRateDecay, other, initialAccumulator, eps, maximize);
  }

  /**
   * Return this with another sum to begin with.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Adagrad withInitialAccumulator(double other) {
    return new Adagrad(learningRate, learningRateDecay, weightDecay, other, eps, maximize);
  }

  /**
   * Return this with another ε.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Adagrad withEps(double other) {
    return new Adagrad(
        learningRate, learningRateDecay, weightDecay, initialAccumulator, other, maximize);
  }

  /** Return this climbing instead of descending. */
  public Adagrad withMaximize() {
    return new Adagrad(learningRate, learningRateDecay, weightDecay, initialAccumulator, eps, true);
  }

  @Override
  public String name() {
    return "adagrad";
  }

  @Override
  public void apply(Tensor w, Tensor gradient, Memory memory) {
    Tensor g = maximize ? gradient.neg() : gradient;
    if (weightDecay != 0) {
      g = g.add(w.mul(weightDecay));
    }
    long t = memory.countStep();
    Tensor v = memory.recallOr("sum", () -> Tensor.full(initialAccumulator, w.shape()));
    v.add_(g.square());
    double rate = learningRate / (1 + (t - 1) * learningRateDecay);
    w.sub_(g.mul(rate).div(v.sqrt().add(eps)));
  }
}
