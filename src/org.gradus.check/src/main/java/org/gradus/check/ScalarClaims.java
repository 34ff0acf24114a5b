package org.gradus.check;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * A function with one number as its value, and what is claimed of it: each claim is judged.
 *
 * @param <A> what it takes: an array, the rows of a matrix, a list of arrays
 */
public final class ScalarClaims<A> extends GradientCheck {
  private final Form<A> form;

  ScalarClaims(Form<A> form, Settings settings) {
    super(settings);
    this.form = form;
  }

  private ScalarClaims<A> with(Claims claims) {
    return new ScalarClaims<>(form, settings().with(claims));
  }

  private Claims claims() {
    return settings().claims();
  }

  /** Claim a gradient, too, of the shape of what the function takes. */
  public ScalarClaims<A> gradient(UnaryOperator<A> gradient) {
    return with(
        claims()
            .and(
                (x, cotangent) -> Content.flat(Watched.call("the gradient", form, x, gradient)),
                false));
  }

  /**
   * Claim second derivatives, too: they are compared with differences of the gradient, or of the
   * function where no gradient is claimed.
   *
   * @param hessian from x to the rows of H, all elements of x in row-major order
   */
  public ScalarClaims<A> hessian(Function<A, double[][]> hessian) {
    return with(claims().and(HessianClaim.of(x -> Watched.call("the Hessian", form, x, hessian))));
  }

  /**
   * Claim products with second derivatives, too.
   *
   * @param product from x and v to H·v, both of the shape of x
   */
  public ScalarClaims<A> hessianVectorProduct(BinaryOperator<A> product) {
    return with(
        claims()
            .and(
                new HessianClaim(
                    "Hessian-vector product",
                    (x, v) ->
                        Content.flat(
                            Watched.call(
                                "the Hessian-vector product",
                                form,
                                x,
                                "vector",
                                form.of(Content.like(x, v)),
                                product)))));
  }

  /**
   * Name a second implementation of the function: both must give the same value, at the point,
   * beside it and far out.
   *
   * <p>A check of derivatives alone cannot see a wrong value with the derivatives to match.
   */
  public ScalarClaims<A> reference(ToDoubleFunction<A> second) {
    return with(claims().reference(ScalarFunction.value("the reference", form, second)));
  }

  /**
   * Name the same function in the numbers of Apache Commons Math: an oracle without an error but
   * rounding, for the value, too.
   *
   * @param function from all elements of x, in row-major order, to the value
   */
  public ScalarClaims<A> exactly(Function<DerivativeStructure[], DerivativeStructure> function) {
    return with(claims().exactly(new Exact(x -> new DerivativeStructure[] {function.apply(x)})));
  }
}
