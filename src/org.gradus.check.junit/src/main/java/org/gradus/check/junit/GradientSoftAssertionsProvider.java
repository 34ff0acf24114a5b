package org.gradus.check.junit;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertionsProvider;
import org.gradus.check.GradientCheck;

/** Soft assertions about gradients, to be mixed into soft assertions of one's own. */
public interface GradientSoftAssertionsProvider extends SoftAssertionsProvider {

  /**
   * Soft assertions about the gradient of a function with a single number as its value.
   *
   * @param gradient from x to ∂f/∂x
   */
  default GradientAssert assertThatGradient(
      ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
    return assertThatGradient(GradientCheck.of(f).gradient(gradient));
  }

  /** Soft assertions about a check of any kind, with claims, a seed or a step of its own. */
  default GradientAssert assertThatGradient(GradientCheck check) {
    return proxy(GradientAssert.class, GradientCheck.class, check);
  }
}
