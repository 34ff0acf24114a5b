package org.gradus.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
    return tensor().history().isRequired();
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
    tensor().history().require(required);
    return self();
  }

  /** Whether no recorded operation made this. */
  public boolean isLeaf() {
    return gradientFunction().isEmpty();
  }

  /** Node of the operation that made this; empty for a leaf. */
  public Optional<GradientFunction> gradientFunction() {
    return tensor().history().function();
  }

  /** Whether a gradient has been accumulated. */
  public boolean hasGrad() {
    return tensor().history().grad().isPresent();
  }

  /**
   * Accumulated gradient of the loss by this.
   *
   * @throws GradientException if there is none; the message says why
   */
  public F grad() {
    return face(
        tensor()
            .history()
            .grad()
            .orElseThrow(() -> new GradientException(GradientAbsent.message(tensor()))));
  }

  /**
   * Accumulated gradient of the loss by this; empty if there is none.
   *
   * <p>For the result of an operation that does not {@link #retainGrad retain} its gradient it is
   * always empty, and a {@link Warnings warning} says so.
   */
  // [impl->autograd~grad-of-result~1]
  public Optional<F> gradIfPresent() {
    if (!isLeaf() && !hasGrad() && !retainsGrad()) {
      Warnings.warn(GradientAbsent.message(tensor()));
    }
    return tensor().history().grad().map(this::face);
  }

  /**
   * Let a tensor be the accumulated gradient, to which later passes add, and return this.
   *
   * @throws ShapeException if it has another shape than this
   */
  // [impl->autograd~grad-assigned~1]
  public F setGrad(F gradient) {
    if (!Arrays.equals(shape(), gradient.shape())) {
      throw new ShapeException(
          "setGrad: a gradient must have the shape of its tensor\n  tensor    "
              + signature()
              + "\n  gradient  "
              + gradient.signature());
    }
    tensor().history().assign(gradient.tensor());
    return self();
  }

  /**
   * Keep the gradient of this result too, from the next pass on, and return this.
   *
   * <p>It accumulates as that of a leaf does. Asking twice changes nothing; for a leaf, whose
   * gradient is kept anyway, nothing happens.
   *
   * @throws GradientException if this does not require a gradient
   */
  // [impl->autograd~retain-grad~1]
  public F retainGrad() {
    requireGradient("retainGrad");
    tensor().history().retain();
    return self();
  }

  /** Whether this is a result whose gradient is kept. */
  public boolean retainsGrad() {
    return tensor().history().isRetained();
  }

  /**
   * Call a function with the gradient of the loss by this, once a pass has summed it over all paths
   * and before it is used; what it returns takes its place.
   *
   * <p>Hooks run in the order of their registration, before the gradient is retained or
   * accumulated. A hook that only looks returns its argument, which is a copy that it may change.
   * What it computes is recorded if the pass is; a pass of its own needs an {@link EnableGrad}
   * block.
   *
   * @return the hook, to be removed again
   * @throws GradientException if this does not require a gradient; in the pass, if the hook returns
   *     another shape
   */
  // [impl->autograd~hooks~1]
  public Hook registerHook(UnaryOperator<F> hook) {
    requireGradient("registerHook");
    return node().hooks().add(yBar -> hook.apply(face(yBar)).tensor(), tensor());
  }

  /**
   * Call a function with this leaf after a pass has added to its gradient.
   *
   * @return the hook, to be removed again
   * @throws GradientException if this is no leaf, or does not require a gradient
   */
  // [impl->autograd~hooks~1]
  public Hook registerPostAccumulateHook(Consumer<F> hook) {
    requireGradient("registerPostAccumulateHook");
    if (!isLeaf()) {
      throw new GradientException(
          "registerPostAccumulateHook: "
              + signature()
              + " is the result of "
              + node().name()
              + ", and gradients accumulate at leaves alone\ncall registerHook instead");
    }
    return node().hooks().addAfterwards(() -> hook.accept(self()));
  }

  private void requireGradient(String call) {
    if (!requiresGrad()) {
      throw new GradientException(
          call
              + ": "
              + signature()
              + " does not require a gradient\nit "
              + tensor().history().reason());
    }
  }

  private GradientFunction node() {
    GradientFunction edge = tensor().history().edge();
    if (edge == null) {
      throw new IllegalStateException(signature() + " requires a gradient and has no node");
    }
    return edge;
  }

  /** Forget the accumulated gradient, so that it is absent again, and return this. */
  public F clearGrad() {
    tensor().history().assign(null);
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
    backwardFrom(Tensor.full(1, shape()), options);
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
    checkSeed(yBar);
    backwardFrom(yBar.tensor(), options);
  }

  void checkSeed(Face<?> yBar) {
    if (!Arrays.equals(shape(), yBar.shape())) {
      throw new ShapeException(
          "backward: the gradient must have the shape of the result\n  result    "
              + signature()
              + "\n  gradient  "
              + yBar.signature());
    }
  }

  private void backwardFrom(Tensor seed, Backward... options) {
    Engine.backward("backward", List.of(tensor()), List.of(seed), List.of(options), null);
  }

  /** The same numbers in the same storage, without history: writing to one changes the other. */
  public F detach() {
    return face(tensor().alias());
  }

  /**
   * Take this out of the graph: it becomes a leaf that requires no gradient. Return this.
   *
   * <p>Views that were taken of it before keep their history.
   *
   * @throws GradientException if this is a view
   */
  // [impl->autograd~detach-in-place~1]
  public F detach_() {
    tensor().history().cut(Mode.current());
    return self();
  }

  /** What the graph knows of this: leaf or result, why it requires no gradient, what made it. */
  public Explanation explain() {
    return Explanation.of(tensor());
  }

  /** What the graph knows of this, and by which way a gradient of {@code loss} comes here. */
  public Explanation explain(Face<?> loss) {
    return Explanation.of(tensor(), loss.tensor());
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
