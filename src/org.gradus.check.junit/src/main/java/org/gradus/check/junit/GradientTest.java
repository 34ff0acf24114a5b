package org.gradus.check.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Test of a gradient at random points: the method returns, or the field holds, what is to be
 * checked, a {@link org.gradus.check.GradientCheck} or a {@link org.gradus.check.Subject}.
 *
 * <pre>
 *   &#64;GradientTest(points = 20, size = 3, low = -2, high = 2)
 *   GradientCheck softplus() {
 *     return GradientCheck.of(Softplus::value).gradient(Softplus::gradient);
 *   }
 * </pre>
 *
 * <p>What {@link org.gradus.check.JacobianCheck} makes is such a check, too. Each point is a test
 * of its own, which passes where the report of the check has passed. Method and field may have any
 * visibility and may be static; the class needs a constructor without parameters and may hold tests
 * of other engines beside. A failure names the system properties that run its point alone, {@code
 * gradus.test.seed} and {@code gradus.test.point}.
 */
// [impl->check~gradient-test~1]
@Documented
@Target({ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Testable
public @interface GradientTest {
  /** How many points are drawn, a count. */
  int points() default 20;

  /** Seed of the points. */
  long seed() default 42;

  /** Length of each operand; one operand is called x, several are called x0, x1, … */
  int[] size() default 1;

  /** Least value of an element, in its unit. */
  double low() default -2;

  /** Largest value of an element, exclusive, in its unit. */
  double high() default 2;
}
