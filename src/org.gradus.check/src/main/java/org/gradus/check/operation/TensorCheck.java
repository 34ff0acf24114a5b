package org.gradus.check.operation;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.check.GradientCheck;
import org.gradus.check.Report;
import org.gradus.tensor.Tensor;

/**
 * Check of a function of tensors, differentiated by the graph, against differences.
 *
 * <pre>
 *   TensorCheck.of("softplus", x -&gt; x.exp().log1p()).at(Tensor.of(-1, 0.5, 2)).verify();
 * </pre>
 *
 * <p>All of it that {@link GradientCheck} says of functions of arrays holds here.
 */
// [impl->check~tensor-check~1]
public final class TensorCheck {
  private final GradientCheck check;

  private TensorCheck(GradientCheck check) {
    this.check = check;
  }

  /** Check of a function of one tensor. */
  public static TensorCheck of(String name, UnaryOperator<Tensor> f) {
    return ofAll(name, x -> f.apply(x.get(0)));
  }

  /** Check of a function of several tensors. */
  public static TensorCheck ofAll(String name, Function<List<Tensor>, Tensor> f) {
    return new TensorCheck(GradientCheck.of(new TensorSubject(name, f)));
  }

  /** The same check with cotangents and directions from another seed. */
  public TensorCheck withSeed(long seed) {
    return new TensorCheck(check.withSeed(seed));
  }

  /**
   * The same check with another largest step of the differences.
   *
   * @param largest distance within which the function has no kink, in units of the operands
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public TensorCheck withStep(double largest) {
    return new TensorCheck(check.withStep(largest));
  }

  /** Check at tensors; those without a name are called x0, x1, … */
  public Report at(Tensor... x) {
    return check.at(Operands.list(List.of(x)));
  }
}
