package org.gradus.check.junit;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradus.check.GradientCheck;

/**
 * Entry points of assertions about gradients, to be imported statically.
 *
 * <pre>
 *   assertThatGradient(Softplus::value, Softplus::gradient).as("softplus").isRightAt(1, -2);
 * </pre>
 */
public final class GradientAssertions {
  private GradientAssertions() {}

  /**
   * Assertions about the gradient of a function with a single number as its value.
   *
   * @param gradient from x to ∂f/∂x
   */
  public static GradientAssert assertThatGradient(
      ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
    return assertThatGradient(GradientCheck.of(f).gradient(gradient));
  }

  /** Assertions about a check of any kind, with claims, a seed or a step of its own. */
  public static GradientAssert assertThatGradient(GradientCheck check) {
    return new GradientAssert(check);
  }
}
