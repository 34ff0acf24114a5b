package org.gradus.check;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A function with one number as its value, of which something has to be claimed before it can be
 * checked.
 *
 * @param <A> what it takes: an array, the rows of a matrix, a list of arrays
 */
public final class ScalarFunction<A> {
  private final Form<A> form;
  private final Claims claims;

  ScalarFunction(Form<A> form, ToDoubleFunction<A> f) {
    this.form = form;
    this.claims = Claims.of(value("the function", form, f));
  }

  static <A> Function<List<Operand>, double[]> value(
      String who, Form<A> form, ToDoubleFunction<A> f) {
    return x -> Watched.call(who, form, x, a -> new double[] {f.applyAsDouble(a)});
  }

  private ScalarClaims<A> nothing() {
    return new ScalarClaims<>(form, GradientCheck.Settings.of(claims, form));
  }

  /** Claim a gradient, of the shape of what the function takes. */
  public ScalarClaims<A> gradient(UnaryOperator<A> gradient) {
    return nothing().gradient(gradient);
  }

  /**
   * Claim second derivatives, which are compared with differences of the function.
   *
   * @param hessian from x to the rows of H, all elements of x in row-major order
   */
  public ScalarClaims<A> hessian(Function<A, double[][]> hessian) {
    return nothing().hessian(hessian);
  }

  /**
   * Claim products with second derivatives, which are compared with differences of the function.
   *
   * @param product from x and v to H·v, both of the shape of x
   */
  public ScalarClaims<A> hessianVectorProduct(BinaryOperator<A> product) {
    return nothing().hessianVectorProduct(product);
  }
}
