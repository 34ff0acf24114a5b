package org.gradus.check.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shape of an array or a tensor that a property is given.
 *
 * <pre>
 *   &#64;Property
 *   void productsFit(
 *       &#64;ForAll &#64;Shape("n,m") double[][] x, &#64;ForAll &#64;Shape("m,k") double[][] w)
 * </pre>
 *
 * <p>A name is a length that is drawn for each try and is the same wherever it stands in the
 * parameters of one property; a number is that length. For {@code double[]} one axis is named, for
 * {@code double[][]} two, for a {@code Tensor} any number, none for a single one.
 *
 * <p>Elements are drawn evenly from −2 to 2, or from the range of {@link
 * net.jqwik.api.constraints.DoubleRange} on the same parameter, in steps of a millionth. Shrinking
 * makes lengths small and elements plain: 1 where the range holds it inside, else −1, else its
 * middle.
 */
// [impl->check~shapes~1]
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shape {
  /** Axes, separated by commas: names such as n, or lengths such as 3. */
  String value();

  /** Least length of a name; a name has the same range wherever it stands. */
  int least() default 1;

  /** Largest length of a name. */
  int most() default 5;
}
