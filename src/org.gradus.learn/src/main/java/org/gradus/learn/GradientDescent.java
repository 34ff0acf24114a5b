package org.gradus.learn;

import java.util.function.Function;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;

/**
 * Gradient descent: from a start, step after step against the gradient.
 *
 * <pre>
 *   w(t+1) = w(t) − η·∇L(w(t))        t = 0, …, T − 1
 * </pre>
 *
 * <p>With the loss of all samples it is batch gradient descent; with that of a random batch of b
 * samples, another one each step, it is stochastic gradient descent, b = 1 being the textbook's. On
 * a quadratic loss with the Hessian H it converges from every start if η &lt; 2/λmax(H), and the
 * loss then never rises.
 *
 * @param learningRate η, per step
 */
// [impl->learn~gradient-descent~1]
public record GradientDescent(double learningRate) {

  /**
   * Check the learning rate.
   *
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public GradientDescent {
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException(
          """
          gradient descent: the learning rate must be positive and finite
            given  %s
          try 0.1"""
              .formatted(learningRate));
    }
  }

  /**
   * Run the descent.
   *
   * @param w0 the start; it is not changed
   * @param steps T, a count; 0 returns a copy of the start
   * @param loss L
   * @return w(T), without history
   * @throws IllegalArgumentException if {@code steps} is negative
   * @throws DivergenceException if the loss before a step is not finite
   */
  public <W extends Elementwise<W>> W minimize(W w0, int steps, Function<W, Scalar> loss) {
    return minimize(w0, steps, loss, new TrainingLog());
  }

  /**
   * Run the descent and write down w(t) and L(w(t)) before each step.
   *
   * @param w0 the start; it is not changed
   * @param steps T, a count; 0 returns a copy of the start
   * @param loss L
   * @return w(T), without history
   * @throws IllegalArgumentException if {@code steps} is negative
   * @throws DivergenceException if the loss before a step is not finite
   */
  public <W extends Elementwise<W>> W minimize(
      W w0, int steps, Function<W, Scalar> loss, TrainingLog log) {
    if (steps < 0) {
      throw new IllegalArgumentException(
          """
          gradient descent: the number of steps must not be negative
            given  %d
          give 0 to stay at the start"""
              .formatted(steps));
    }
    W w = w0.detach().clone().requiresGrad_();
    for (int t = 0; t < steps; t++) {
      Scalar l = loss.apply(w);
      log.add(t, l.detach().toDouble(), w.detach().toArray());
      step(w, l);
    }
    return w.detach();
  }

  /**
   * Take one step in place, w ← w − η·∇L(w), and set the gradient to zero for the next.
   *
   * @param w the parameters, a leaf that requires a gradient
   * @param loss L(w), computed from {@code w}
   * @throws DivergenceException if the loss is not finite; {@code w} is unchanged
   * @throws org.gradus.tensor.GradientException if the loss does not depend on {@code w}
   */
  public <W extends Elementwise<W>> void step(W w, Scalar loss) {
    stepOnSum(w, loss, 1);
  }

  /**
   * Take one step on the mean of a loss that was summed over samples.
   *
   * <pre>
   *   w ← w − η·∇S(w)/n        S: the sum of the loss over n samples
   * </pre>
   *
   * <p>It is the step on the mean. To divide the gradient of a mean once more would make the step n
   * times too small.
   *
   * @param w the parameters, a leaf that requires a gradient
   * @param sum S(w), computed from {@code w}
   * @param samples n, a count
   * @throws IllegalArgumentException if {@code samples} is not positive
   * @throws DivergenceException if the loss is not finite; {@code w} is unchanged
   * @throws org.gradus.tensor.GradientException if the loss does not depend on {@code w}
   */
  public <W extends Elementwise<W>> void stepOnSum(W w, Scalar sum, int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException(
          "gradient descent: the sum must be over at least one sample\n  given  " + samples);
    }
    requireFinite(sum.detach().toDouble());
    sum.backward();
    try (var off = NoGrad.on()) {
      w.sub_(w.grad().mul(learningRate / samples));
      w.grad().zero_();
    }
  }

  private void requireFinite(double loss) {
    if (!Double.isFinite(loss)) {
      throw new DivergenceException(loss, learningRate);
    }
  }
}
