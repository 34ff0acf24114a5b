package org.gradus.learn;

import java.util.Arrays;
import org.gradus.learn.internal.HyperparameterCheck;

/**
 * The learning rate as a function of the number of steps or epochs that were taken.
 *
 * <pre>
 *   η(t) for t = 0, 1, 2, …       η₀: the learning rate that an optimizer begins with
 * </pre>
 *
 * <p>The formulas are those of PyTorch's schedulers, each written as a function of t alone.
 */
// [impl->learn~schedule~1]
@FunctionalInterface
public interface Schedule {

  /**
   * Compute η(t).
   *
   * @param first η₀
   * @param t the steps or epochs that were taken, a count
   */
  double learningRate(double first, int t);

  /**
   * η(t) = η₀·γ^⌊t/k⌋: times γ after every k.
   *
   * @param every k, a count
   * @throws IllegalArgumentException if k is not positive, or γ is negative or not finite
   */
  static Schedule step(int every, double gamma) {
    HyperparameterCheck.positive("step schedule", "number of steps between two changes", every);
    HyperparameterCheck.notNegative("step schedule", "gamma", gamma, "0.1");
    return (first, t) -> first * Math.pow(gamma, t / every);
  }

  /**
   * η(t) = η₀·γᵐ, where m milestones are at t or before.
   *
   * @param milestones where the rate changes; one that is named twice counts twice
   * @throws IllegalArgumentException if γ is negative or not finite, or a milestone is negative
   */
  static Schedule multiStep(double gamma, int... milestones) {
    HyperparameterCheck.notNegative("multi-step schedule", "gamma", gamma, "0.1");
    int[] sorted = milestones.clone();
    Arrays.sort(sorted);
    if (sorted.length > 0 && sorted[0] < 0) {
      throw new IllegalArgumentException(
          "multi-step schedule: a milestone must not be negative\n  given  " + sorted[0]);
    }
    return (first, t) ->
        first * Math.pow(gamma, Arrays.stream(sorted).filter(milestone -> milestone <= t).count());
  }

  /**
   * η(t) = η₀·γᵗ.
   *
   * @throws IllegalArgumentException if γ is negative or not finite
   */
  static Schedule exponential(double gamma) {
    HyperparameterCheck.notNegative("exponential schedule", "gamma", gamma, "0.95");
    return (first, t) -> first * Math.pow(gamma, t);
  }

  /**
   * η(t) = η₁ + (η₀ − η₁)·(1 + cos(π·t/T))/2: half a wave from η₀ at 0 to η₁ at T, and on.
   *
   * <p>Source: Loshchilov and Hutter, <em>SGDR: stochastic gradient descent with warm
   * restarts</em>, equation 5, without restarts.
   *
   * @param steps T, a count
   * @param last η₁
   * @throws IllegalArgumentException if T is not positive, or η₁ is negative or not finite
   */
  static Schedule cosine(int steps, double last) {
    HyperparameterCheck.positive("cosine schedule", "number of steps", steps);
    HyperparameterCheck.notNegative("cosine schedule", "last learning rate", last, "0");
    return (first, t) -> last + (first - last) * (1 + Math.cos(Math.PI * t / steps)) / 2;
  }

  /**
   * η(t) = η₀·(a + (1 − a)·t/T) up to T, η₀ from there on: a line that warms up.
   *
   * @param steps T, a count
   * @param share a, of η₀ to begin with
   * @throws IllegalArgumentException if T is not positive, or a is not from 0 to 1
   */
  static Schedule warmUp(int steps, double share) {
    HyperparameterCheck.positive("warm-up", "number of steps", steps);
    HyperparameterCheck.portion("warm-up", "share to begin with", share, "0.1");
    return (first, t) -> t >= steps ? first : first * (share + (1 - share) * t / steps);
  }

  /**
   * One cycle: half a wave up from η₀/25 to η₀ in the first three tenths, and one down to
   * η₀/250,000.
   *
   * <pre>
   *   η(t) = b + (a − b)·(1 + cos(π·s))/2      from a to b, s from 0 to 1
   *     from η₀/25 to η₀            s = t/p                 t ≤ p       p = 0.3·T − 1
   *     from η₀ to η₀/250,000       s = (t − p)/(T − 1 − p)     t ≤ T − 1
   * </pre>
   *
   * <p>Source: Smith and Topin, <em>Super-convergence: very fast training of neural networks using
   * large learning rates</em>; numbers and phases as in PyTorch, whose momentum also cycles, and
   * does not here.
   *
   * @param steps T, a count
   * @throws IllegalArgumentException if T is below 10, or later, if more than T steps are taken
   */
  static Schedule oneCycle(int steps) {
    return OneCycle.of(steps);
  }

  /**
   * Return this for a number of steps, and another schedule after them, whose t begins at 0.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  default Schedule then(int steps, Schedule next) {
    if (steps < 0) {
      throw new IllegalArgumentException(
          "schedule: the number of steps before the next must not be negative\n  given  " + steps);
    }
    return (first, t) -> t < steps ? learningRate(first, t) : next.learningRate(first, t - steps);
  }
}
