package org.gradus.check.law;

/** The numbers of an update that are chosen and not learned. */
// [impl->check~update-laws~1]
public sealed interface UpdateRule {

  /** Learning rate, per step. */
  double rate();

  /** Weight decay, which pulls parameters towards zero. */
  double decay();

  /** Whether to climb instead of to descend. */
  boolean maximize();

  /**
   * Stochastic gradient descent.
   *
   * <pre>
   *   g ← ±∇L(w) + λ·w     v ← μ·v + (1 − τ)·g, at first g     w ← w − η·v     or η·(g + μ·v)
   * </pre>
   *
   * @param rate η
   * @param momentum μ
   * @param dampening τ
   * @param nesterov whether to look ahead by the momentum
   * @param decay λ
   */
  record Momentum(
      double rate,
      double momentum,
      double dampening,
      boolean nesterov,
      double decay,
      boolean maximize)
      implements UpdateRule {}

  /**
   * Adam.
   *
   * <pre>
   *   g ← ±∇L(w) + λ·w     m ← β₁·m + (1 − β₁)·g     v ← β₂·v + (1 − β₂)·g²
   *   w ← w − η·m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
   * </pre>
   *
   * @param rate η
   * @param beta1 β₁
   * @param beta2 β₂
   * @param eps ε
   * @param decay λ
   * @param amsgrad whether the largest v so far takes the place of v
   */
  record Means(
      double rate,
      double beta1,
      double beta2,
      double eps,
      double decay,
      boolean amsgrad,
      boolean maximize)
      implements UpdateRule {}
}
