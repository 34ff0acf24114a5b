package org.gradus.learn.nn;

import java.util.Arrays;
import java.util.function.Function;
import org.gradus.learn.Module;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.ShapeException;

/**
 * A function and a way around it.
 *
 * <pre>
 *   y = f(x) + x          x̄ = ȳ + (∂f/∂x)ᵀ·ȳ
 *   y = f(x) + s(x)       where the shapes of x and y differ
 * </pre>
 *
 * <p>Its parts are named {@code block} and, where it has one, {@code shortcut}. Source: He, Zhang,
 * Ren and Sun, <em>Deep residual learning for image recognition</em>.
 *
 * @param <X> the argument
 * @param <Y> the value
 */
// [impl->learn~residual~1]
public final class Residual<X, Y extends Elementwise<Y>> extends Module<X, Y> {

  private final Module<X, Y> block;
  private final Function<X, Y> around;

  private Residual(Module<X, Y> block, Function<X, Y> around) {
    this.block = block;
    this.around = around;
    register("block", block);
  }

  /** Go around a block with x as it is. */
  public static <F extends Elementwise<F>> Residual<F, F> of(Module<F, F> block) {
    return new Residual<>(block, Function.identity());
  }

  /** Go around a block through a module, such as a convolution with kernels of one tap. */
  public static <X, Y extends Elementwise<Y>> Residual<X, Y> of(
      Module<X, Y> block, Module<X, Y> shortcut) {
    Residual<X, Y> residual = new Residual<>(block, shortcut::forward);
    residual.register("shortcut", shortcut);
    return residual;
  }

  /**
   * Compute the value.
   *
   * @throws ShapeException if the values of both ways differ in shape
   */
  @Override
  public Y forward(X x) {
    return sum(block.forward(x), around.apply(x));
  }

  /** Add the values of both ways, without broadcasting. */
  static <Y extends Elementwise<Y>> Y sum(Y through, Y around) {
    if (!Arrays.equals(through.shape(), around.shape())) {
      throw new ShapeException(
          "residual: both ways must lead to one shape\n  through the block  %s\n  around it          %s\ngo around through a module that changes the shape likewise"
              .formatted(through.signature(), around.signature()));
    }
    return through.add(around);
  }
}
