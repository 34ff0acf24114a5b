package org.gradus.learn;

import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Tensor;

/**
 * Gradient descent by the gradient of a batch, with momentum.
 *
 * <pre>
 *   g ← ∇L(w)                     −∇L(w) to maximize
 *   g ← g + λ·w                   weight decay λ
 *   v ← μ·v + (1 − τ)·g           momentum μ, dampening τ; v = g in the first step
 *   g ← v                         g + μ·v for Nesterov's form
 *   w ← w − η·g                   learning rate η
 * </pre>
 *
 * <p>Without momentum v is g, whatever the dampening; with all but η left at 0 it is plain descent.
 * The formulas, their order and their conditions are those of PyTorch, but the learning rate has no
 * default, and numbers that are not finite are refused.
 *
 * @param learningRate η, per step; 0 changes nothing
 * @param momentum μ, the share of the velocity that a step keeps
 * @param dampening τ, the share of the gradient that the velocity does not take in
 * @param nesterov whether to look ahead by the momentum
 * @param weightDecay λ, pulls parameters towards 0
 * @param maximize whether to climb instead of to descend
 */
// [impl->learn~sgd~1]
public record Sgd(
    double learningRate,
    double momentum,
    double dampening,
    boolean nesterov,
    double weightDecay,
    boolean maximize)
    implements Update {

  /**
   * Check the numbers.
   *
   * @throws IllegalArgumentException if one is not finite, the learning rate, the momentum or the
   *     weight decay is negative, or Nesterov's form has no momentum or a dampening
   */
  public Sgd {
    HyperparameterCheck.notNegative("sgd", "learning rate", learningRate, "0.1");
    HyperparameterCheck.notNegative("sgd", "momentum", momentum, "0.9");
    HyperparameterCheck.finite("sgd", "dampening", dampening, "0");
    HyperparameterCheck.notNegative("sgd", "weight decay", weightDecay, "0.0001");
    if (nesterov && !(momentum > 0 && dampening == 0)) {
      throw new IllegalArgumentException(
          """
          sgd: Nesterov's form needs a momentum above 0 and a dampening of 0
            momentum   %s
            dampening  %s"""
              .formatted(momentum, dampening));
    }
  }

  /**
   * Return plain descent.
   *
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public static Sgd of(double learningRate) {
    return new Sgd(learningRate, 0, 0, false, 0, false);
  }

  @Override
  public Sgd withLearningRate(double other) {
    return new Sgd(other, momentum, dampening, nesterov, weightDecay, maximize);
  }

  /**
   * Return this with another momentum.
   *
   * @throws IllegalArgumentException if it is negative or not finite, or 0 in Nesterov's form
   */
  public Sgd withMomentum(double other) {
    return new Sgd(learningRate, other, dampening, nesterov, weightDecay, maximize);
  }

  /**
   * Return this with another dampening.
   *
   * @throws IllegalArgumentException if it is not finite, or not 0 in Nesterov's form
   */
  public Sgd withDampening(double other) {
    return new Sgd(learningRate, momentum, other, nesterov, weightDecay, maximize);
  }

  /**
   * Return this in Nesterov's form.
   *
   * @throws IllegalArgumentException if there is no momentum, or a dampening
   */
  public Sgd withNesterov() {
    return new Sgd(learningRate, momentum, dampening, true, weightDecay, maximize);
  }

  /**
   * Return this with another weight decay.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Sgd withWeightDecay(double other) {
    return new Sgd(learningRate, momentum, dampening, nesterov, other, maximize);
  }

  /** Return this climbing instead of descending. */
  public Sgd withMaximize() {
    return new Sgd(learningRate, momentum, dampening, nesterov, weightDecay, true);
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public void apply(Tensor w, Tensor gradient, Memory memory) {
    Tensor g = maximize ? gradient.neg() : gradient;
    if (weightDecay != 0) {
      g = g.add(w.mul(weightDecay));
    }
    if (momentum != 0) {
      Tensor v = velocity(g, memory);
      g = nesterov ? g.add(v.mul(momentum)) : v;
    }
    w.sub_(g.mul(learningRate));
  }

  private Tensor velocity(Tensor g, Memory memory) {
    Tensor v =
        memory
            .recall("momentum_buffer")
            .map(old -> old.mul(momentum).add(g.mul(1 - dampening)))
            .orElseGet(g::clone);
    memory.remember("momentum_buffer", v);
    return v;
  }
}
