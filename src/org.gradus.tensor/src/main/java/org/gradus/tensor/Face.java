package org.gradus.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradus.tensor.op.Op;

/**
 * What a tensor and its typed faces have in common: a shape, and a place in the graph.
 *
 * <p>A leaf is made by the user; a tensor that an operation made from something that requires a
 * gradient is none. The gradient of a leaf that requires one is accumulated by {@link #backward}:
 * it is absent at first, and later calls add to it.
 *
 * @param <F> the face itself
 */
// [impl->shape~two-faces~1]
// [impl->shape~typed-gradient~1]
// [impl->autograd~leaf~1]
// [impl->autograd~detach~1]
public abstract sealed class Face<F extends Face<F>> permits Functions {
  Face() {}

  /** The tensor behind this face; a tensor is its own. */
  public abstract Tensor tensor();

  /** Show a tensor of the same shape as this face. */
  abstract F face(Tensor tensor);

  /** This. */
  abstract F self();

  /** Run an operation, record it, and show its result as this face. */
  F made(Op<?> op) {
    return face(Engine.apply(op));
  }

  /** Length of each axis; a copy. */
  public int[] shape() {
    return tensor().shapeCopy();
  }

  /** Number of elements. */
  public int numel() {
    return tensor().array().size();
  }

  /**
   * Elements in row-major order; a copy.
   *
   * @throws GradientException if this requires a gradient: a plain array would silently drop out of
   *     the graph
   */
  public double[] toArray() {
    if (requiresGrad()) {
      throw new GradientException(
          "toArray: "
              + signature()
              + " requires a gradient, and a plain array would drop out of the graph\n"
              + "call detach().toArray() instead");
    }
    return tensor().array().toArray();
  }

  /** Give a name that messages will show. */
  public F named(String name) {
    tensor().rename(name);
    return self();
  }

  /** Name that messages show; empty if none was given. */
  public Optional<String> name() {
    return tensor().givenName();
  }

  /** Name and shape as messages show them: {@code x : [sample=100, coefficient=2]}. */
  public String signature() {
    return tensor().label();
  }

  /** Whether a gradient flows back to this. */
  public boolean requiresGrad() {
    return tensor().isTracked();
  }

  /**
   * Require a gradient from now on, and return this.
   *
   * <p>Operations that already ran are not recorded afterwards.
   */
  public F requiresGrad_() {
    return requiresGrad_(true);
  }

  /**
   * Require a gradient, or stop to; return this.
   *
   * @throws GradientException if this is the result of an operation: only {@link #detach} takes it
   *     out of the graph
   */
  public F requiresGrad_(boolean required) {
    tensor().track(required);
    return self();
  }

  /** Whether no recorded operation made this. */
  public boolean isLeaf() {
    return gradientFunction().isEmpty();
  }

  /** Node of the operation that made this; empty for a leaf. */
  public Optional<GradientFunction> gradientFunction() {
    return tensor().history();
  }

  /** Whether a gradient has been accumulated. */
  public boolean hasGrad() {
    return tensor().accumulated().isPresent();
  }

  /**
   * Accumulated gradient of the loss by this.
   *
   * @throws GradientException if there is none; the message says why
   */
  public F grad() {
    return face(
        tensor()
            .accumulated()
            .orElseThrow(() -> new GradientException(GradientAbsent.message(tensor()))));
  }

  /** Forget the accumulated gradient, so that it is absent again, and return this. */
  public F clearGrad() {
    tensor().forgetGrad();
    return self();
  }

  /**
   * Walk back from this single number, and add the gradients of all leaves that require one.
   *
   * @throws GradientException if this has more than one element, does not require a gradient, or a
   *     saved value was freed or changed in place
   */
  public void backward(Backward... options) {
    if (numel() != 1) {
      throw new GradientException(
          "backward: the loss must be a single number, and "
              + signature()
              + " has "
              + numel()
              + " elements\nreduce it by sum() or mean(), or pass a gradient of its shape");
    }
    Engine.backward(tensor(), Tensor.full(1, shape()), List.of(options));
  }

  /**
   * Walk back from this with a given gradient ȳ of the loss by it: a vector-Jacobian product.
   *
   * @param yBar gradient of the loss by this, of the same shape
   * @throws ShapeException if {@code yBar} has another shape
   * @throws GradientException if this does not require a gradient, or a saved value was freed or
   *     changed in place
   */
  public void backward(F yBar, Backward... options) {
    if (!Arrays.equals(shape(), yBar.shape())) {
      throw new ShapeException(
          "backward: the gradient must have the shape of the result\n  result    "
              + signature()
              + "\n  gradient  "
              + yBar.signature());
    }
    Engine.backward(tensor(), yBar.tensor(), List.of(options));
  }

  /** The same numbers in the same storage, without history: writing to one changes the other. */
  public F detach() {
    return face(tensor().alias());
  }

  /**
   * Number of changes in place that this, its views and its detached aliases have seen together.
   */
  public int version() {
    return tensor().array().storage().version();
  }

  /** Names of the axes, as messages show them; empty if none were given. */
  public List<String> axisNames() {
    return tensor().axes();
  }
}
