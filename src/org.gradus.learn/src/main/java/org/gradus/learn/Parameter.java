package org.gradus.learn;

import org.gradus.tensor.Elementwise;
import org.gradus.tensor.Tensor;

/**
 * A tensor that learning changes: a leaf that requires a gradient.
 *
 * <p>It is one whatever it is made from, and also in a {@link org.gradus.tensor.NoGrad} block. It
 * shares the storage of what it is made from, as {@link org.gradus.tensor.Face#detach} does: a step
 * changes both.
 *
 * @param <F> the face of the tensor
 */
// [impl->learn~parameter~1]
public final class Parameter<F extends Elementwise<F>> {

  private final F value;

  private Parameter(F value) {
    this.value = value;
  }

  /** Make a parameter of its first value; give a copy, {@code clone()}, to keep that as it is. */
  public static <F extends Elementwise<F>> Parameter<F> of(F first) {
    F value = first.detach().requiresGrad_();
    first.name().ifPresent(value::named);
    return new Parameter<>(value);
  }

  /** Return the leaf, to compute with and to ask for its gradient. */
  public F value() {
    return value;
  }

  /** Set the gradient of a leaf to zero in the tensor that holds it, if it is present. */
  static void zeroGradInPlace(Tensor leaf) {
    if (leaf.hasGrad()) {
      Tensor gradient = leaf.grad();
      if (gradient.requiresGrad()) {
        gradient = gradient.detach();
        leaf.setGrad(gradient);
      }
      gradient.zero_();
    }
  }

  @Override
  public String toString() {
    return "Parameter containing:\n" + value;
  }
}
