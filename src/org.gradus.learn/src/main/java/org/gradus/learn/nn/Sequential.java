package org.gradus.learn.nn;

import java.util.function.Function;
import org.gradus.learn.Module;

/**
 * Modules one after the other, each fed with the value of the one before; what does not meet does
 * not compile.
 *
 * <pre>
 *   Sequential.of(f).then(g).then(h)          y = h(g(f(x)))
 * </pre>
 *
 * <p>They are its parts, named 0, 1, 2, ….
 *
 * @param <X> the argument of the first
 * @param <Y> the value of the last
 */
// [impl->learn~sequential~1]
public final class Sequential<X, Y> extends Module<X, Y> {

  private final Function<X, Y> composition;

  private Sequential(Function<X, Y> composition) {
    this.composition = composition;
  }

  /** Begin with a module. */
  public static <X, Y> Sequential<X, Y> of(Module<X, Y> first) {
    Sequential<X, Y> sequence = new Sequential<>(first::forward);
    sequence.register("0", first);
    return sequence;
  }

  /** Return these modules and another after them; this stays as it is. */
  public <Z> Sequential<X, Z> then(Module<Y, Z> next) {
    Sequential<X, Z> longer = new Sequential<>(composition.andThen(next::forward));
    parts().forEach(longer::register);
    longer.register(Integer.toString(parts().size()), next);
    return longer;
  }

  @Override
  public Y forward(X x) {
    return composition.apply(x);
  }
}
