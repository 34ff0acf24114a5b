package org.gradus.learn;

import java.util.Collection;
import java.util.List;
import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * Shortening of gradients that are too long, between {@code backward()} and {@code step()}.
 *
 * <pre>
 *   byNorm     g ← g·min(1, c/(‖g‖ + 10⁻⁶))     ‖g‖ over the gradients of all parameters at once
 *   byValue    g ← max(−c, min(g, c))            each element on its own
 * </pre>
 *
 * <p>The first keeps the direction of a step, the second does not. Gradients are changed in place;
 * parameters whose gradient is absent do not count. Source: Pascanu, Mikolov and Bengio, <em>On the
 * difficulty of training recurrent neural networks</em>, algorithm 1, with PyTorch's 10⁻⁶.
 */
// [impl->learn~gradient-clipping~1]
public final class GradientClipping {

  /** Keeps the divisor from being zero. */
  private static final double EPS = 1e-6;

  private GradientClipping() {}

  /**
   * Shorten the gradient to a norm, and return the norm that it had.
   *
   * @param largest c, in the unit of the gradient
   * @return ‖g‖, 0 where every gradient is absent
   * @throws IllegalArgumentException if c is negative or not finite
   * @throws DivergenceException if ‖g‖ is not finite, which would make every gradient NaN or 0;
   *     nothing is changed
   */
  public static double byNorm(Collection<? extends Parameter<?>> parameters, double largest) {
    HyperparameterCheck.notNegative("gradient clipping", "largest norm", largest, "1");
    List<Tensor> gradients = gradients(parameters);
    try (var off = NoGrad.on()) {
      double norm = Math.sqrt(gradients.stream().mapToDouble(g -> g.square().sum().item()).sum());
      if (!Double.isFinite(norm)) {
        throw DivergenceException.ofGradient(norm);
      }
      double factor = largest / (norm + EPS);
      if (factor < 1) {
        gradients.forEach(g -> g.mul_(factor));
      }
      return norm;
    }
  }

  /**
   * Bring each element of the gradient into an interval around 0.
   *
   * @param largest c, in the unit of the gradient
   * @throws IllegalArgumentException if c is negative or not finite
   */
  public static void byValue(Collection<? extends Parameter<?>> parameters, double largest) {
    HyperparameterCheck.notNegative("gradient clipping", "largest value", largest, "1");
    try (var off = NoGrad.on()) {
      gradients(parameters).forEach(g -> g.copy_(g.clamp(-largest, largest)));
    }
  }

  private static List<Tensor> gradients(Collection<? extends Parameter<?>> parameters) {
    return parameters.stream()
        .map(parameter -> parameter.value().tensor())
        .filter(Tensor::hasGrad)
        .map(Tensor::grad)
        .toList();
  }
}
