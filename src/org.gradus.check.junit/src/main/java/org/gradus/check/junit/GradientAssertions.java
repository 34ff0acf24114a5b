package org.gradus.check.junit;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradus.check.GradientCheck;
import org.gradus.check.Subject;

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
    return assertThatGradient(GradientCheck.of(Subject.ofScalar("gradient", f, gradient)));
  }

  /** Assertions about a check with a seed, a step or a subject of one's own. */
  public static GradientAssert assertThatGradient(GradientCheck check) {
    return new GradientAssert(check);
  }
}
