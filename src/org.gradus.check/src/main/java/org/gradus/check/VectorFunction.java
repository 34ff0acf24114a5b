package org.gradus.check;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A function with many values, of which something has to be claimed before it can be checked.
 *
 * @param <A> what it takes: an array, the rows of a matrix, a list of arrays
 * @param <B> what it gives: an array or the rows of a matrix
 */
public final class VectorFunction<A, B> {
  private final Form<A> form;
  private final JacobianCheck.Result<B> result;
  private final Function<A, B> f;

  VectorFunction(Form<A> form, JacobianCheck.Result<B> result, Function<A, B> f) {
    this.form = form;
    this.result = result;
    this.f = f;
  }

  private VectorClaims<A, B> nothing() {
    Claims claims = Claims.of(x -> Content.flat(Watched.call("the function", form, x, f)));
    return new VectorClaims<>(form, result, f, GradientCheck.Settings.of(claims, form));
  }

  /**
   * Claim a Jacobian.
   *
   * @param jacobian from x to the rows of J, one for each value, in row-major order
   */
  public VectorClaims<A, B> jacobian(Function<A, double[][]> jacobian) {
    return nothing().jacobian(jacobian);
  }

  /**
   * Claim a product from the left, x̄ = Jᵀ·ȳ.
   *
   * @param vjp from x and ȳ to x̄
   */
  public VectorClaims<A, B> vjp(BiFunction<A, B, A> vjp) {
    return nothing().vjp(vjp);
  }

  /**
   * Claim a product from the right, J·u.
   *
   * @param jvp from x and u to J·u
   */
  public VectorClaims<A, B> jvp(BiFunction<A, A, B> jvp) {
    return nothing().jvp(jvp);
  }
}
