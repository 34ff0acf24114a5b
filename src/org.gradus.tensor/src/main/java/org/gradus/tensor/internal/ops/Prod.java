package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Product along an axis.
 *
 * <pre>
 *   y = Π xᵢ
 *   x̄ᵢ = ȳ·Πⱼ≠ᵢ xⱼ
 * </pre>
 *
 * <p>The rule multiplies the others and never divides by xᵢ, so that it is exact with zeros too, in
 * every order of derivative. The product of no element is 1.
 *
 * @param keep whether the axis stays with length one
 */
// [impl->op~prod~1]
public record Prod(Tensor x, int axis, boolean keep) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of("prod", "y = Π xᵢ", "x̄ᵢ = ȳ·Πⱼ≠ᵢ xⱼ", draw -> sample(draw, Prod::of));

  @Override
  public Tensor forward() {
    return Kernels.reduce(x, Lines.along(axis, x), keep, 1, (product, v) -> product * v);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Reduction.spread(yBar, x.shape(), Lines.along(axis, x)).mul(others(x)));
  }

  /**
   * Product of all others, for each element of a line.
   *
   * <pre>
   *   others([a; b; r])ₐ = b·others([a·b; r])      and likewise b, for halves a and b, and a rest r
   * </pre>
   */
  private Tensor others(Tensor line) {
    int length = line.size(axis);
    if (length <= 1) {
      return Tensor.ones(line.shape());
    }
    int half = length / 2;
    Tensor a = line.slice(axis, 0, half);
    Tensor b = line.slice(axis, half, 2 * half);
    Tensor rest = line.slice(axis, 2 * half, length);
    Tensor outside = others(Tensor.cat(List.of(a.mul(b), rest), axis));
    Tensor outsidePairs = outside.slice(axis, 0, half);
    Tensor outsideRest = outside.slice(axis, half, outside.size(axis));
    return Tensor.cat(List.of(b.mul(outsidePairs), a.mul(outsidePairs), outsideRest), axis);
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  private static Tensor of(Tensor x, int[] axes, boolean keep) {
    return axes.length == 1 ? x.prod(axes[0], keep) : x.prod();
  }

  /** A case of prod, computed by {@code application}. */
  public static Case sample(Draw draw, Folding.Call application) {
    int[] shape = Sample.shape(draw);
    Tensor x = Sample.tensor(draw, Domain.AROUND_ZERO, shape);
    if (shape.length == 0 || draw.rarely(4)) {
      boolean[] all = AxisCheck.all(x);
      return new Folding(shape, all, AxisCheck.allAxes(x), false)
          .of("prod", x, application, Prod::define);
    }
    int axis = draw.option("axis", draw.between(0, shape.length - 1));
    int named = Folding.fromEitherEnd(draw, axis, shape.length);
    return new Folding(
            shape, Lines.along(axis, x), new int[] {named}, draw.option("keep", draw.yes()))
        .of("prod", x, application, Prod::define);
  }

  static <S extends Real<S>> S define(Numbers<S> numbers, List<S> line) {
    S product = numbers.constant(1);
    for (S element : line) {
      product = product.mul(element);
    }
    return product;
  }
}
