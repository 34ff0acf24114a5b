package org.gradus.check;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * A function with many values, and what is claimed of it: each claim is judged.
 *
 * @param <A> what it takes: an array, the rows of a matrix, a list of arrays
 * @param <B> what it gives: an array or the rows of a matrix
 */
public final class VectorClaims<A, B> extends GradientCheck {
  private final Form<A> form;
  private final JacobianCheck.Result<B> result;
  private final Function<A, B> f;

  VectorClaims(Form<A> form, JacobianCheck.Result<B> result, Function<A, B> f, Settings settings) {
    super(settings);
    this.form = form;
    this.result = result;
    this.f = f;
  }

  private VectorClaims<A, B> with(Claims claims) {
    return new VectorClaims<>(form, result, f, settings().with(claims));
  }

  private Claims claims() {
    return settings().claims();
  }

  /**
   * Claim a Jacobian, too.
   *
   * @param jacobian from x to the rows of J, one for each value, in row-major order
   */
  public VectorClaims<A, B> jacobian(Function<A, double[][]> jacobian) {
    return with(
        claims().and(new JacobianClaim(x -> Watched.call("the Jacobian", form, x, jacobian))));
  }

  /**
   * Claim a product from the left, too, x̄ = Jᵀ·ȳ.
   *
   * @param vjp from x and ȳ to x̄
   */
  public VectorClaims<A, B> vjp(BiFunction<A, B, A> vjp) {
    return with(
        claims()
            .and(
                (x, cotangent) ->
                    Content.flat(
                        Watched.call(
                            "the VJP",
                            form,
                            x,
                            "cotangent",
                            result.of(cotangent, f.apply(form.of(x))),
                            vjp)),
                true));
  }

  /**
   * Claim a product from the right, too, J·u.
   *
   * @param jvp from x and u to J·u
   */
  public VectorClaims<A, B> jvp(BiFunction<A, A, B> jvp) {
    return with(
        claims()
            .and(
                new PushClaim(
                    (x, u) ->
                        Content.flat(
                            Watched.call(
                                "the JVP",
                                form,
                                x,
                                "tangent",
                                form.of(Content.like(x, u)),
                                jvp)))));
  }

  /**
   * Name a second implementation of the function: both must give the same values, at the point,
   * beside it and far out.
   */
  public VectorClaims<A, B> reference(Function<A, B> second) {
    return with(
        claims().reference(x -> Content.flat(Watched.call("the reference", form, x, second))));
  }

  /**
   * Name the same function in the numbers of Apache Commons Math: an oracle without an error but
   * rounding, for the values, too.
   *
   * @param function from all elements of x to all values, both in row-major order
   */
  public VectorClaims<A, B> exactly(UnaryOperator<DerivativeStructure[]> function) {
    return with(claims().exactly(new Exact(function)));
  }
}
