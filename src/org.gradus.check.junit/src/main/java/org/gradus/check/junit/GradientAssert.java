package org.gradus.check.junit;

import org.assertj.core.api.AbstractAssert;
import org.gradus.check.GradientCheck;
import org.gradus.check.Report;

/**
 * Assertions about a gradient; {@link GradientAssertions#assertThatGradient} makes them.
 *
 * <p>A failure says what the report of the check says, after the description given by {@code as}.
 */
// [impl->check~gradient-assertions~1]
public class GradientAssert extends AbstractAssert<GradientAssert, GradientCheck> {

  /** Assertions about what is checked. */
  public GradientAssert(GradientCheck check) {
    super(check, GradientAssert.class);
  }

  /**
   * Insist that the gradient is right at a point.
   *
   * @throws AssertionError if a number disagrees, nothing was proven, or the function cannot be
   *     judged
   */
  public GradientAssert isRightAt(double... x) {
    return requireRight(actual.at(x));
  }

  /**
   * Insist that the gradient is right at the rows of a matrix or at several arrays.
   *
   * @throws AssertionError if a number disagrees, nothing was proven, or the function cannot be
   *     judged
   */
  public GradientAssert isRightAt(double[]... x) {
    return requireRight(actual.at(x));
  }

  private GradientAssert requireRight(Report report) {
    if (!report.passed()) {
      throw failure("%s", report);
    }
    return this;
  }

  /**
   * Insist that the gradient is wrong at a point: a number disagrees.
   *
   * @throws AssertionError if every number agrees, or the function cannot be judged
   */
  public GradientAssert isWrongAt(double... x) {
    Report report = actual.at(x);
    if (report.failures().isEmpty()) {
      throw failure("the gradient must be wrong, and was not found so%n%s", report);
    }
    return this;
  }
}
