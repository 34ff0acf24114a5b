package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.tensor.op.Op;
import org.jspecify.annotations.Nullable;

/**
 * Node of the graph: the operation that made a tensor, with the way back to its operands.
 *
 * <p>A leaf that requires a gradient has a node too, which accumulates what arrives. Nodes are
 * numbered as they come into being, so every node has a larger number than all it was made from:
 * walking them from the largest number down is a topological order, and needs no stack.
 */
// [impl->autograd~gradient-function~1]
public final class GradientFunction {
  private static final AtomicLong COUNT = new AtomicLong();

  private final long number = COUNT.getAndIncrement();
  private final String name;
  private final List<@Nullable GradientFunction> next;
  private final @Nullable Tensor variable;
  private final @Nullable Place place;
  private @Nullable Recorded<?> recorded;
  private @Nullable String freedBy;
  private @Nullable Hooks hooks;
  private @Nullable Tensor retaining;

  private GradientFunction(
      String name,
      List<@Nullable GradientFunction> next,
      @Nullable Tensor variable,
      @Nullable Recorded<?> recorded,
      @Nullable Place place) {
    this.name = name;
    this.next = next;
    this.variable = variable;
    this.recorded = recorded;
    this.place = place;
  }

  /** Node of a leaf. */
  static GradientFunction accumulating(Tensor leaf) {
    return new GradientFunction("AccumulateGrad", List.of(), leaf, null, null);
  }

  /**
   * Node of an operation; the operands' versions are those of now.
   *
   * @param next node of each operand, null for one that requires no gradient
   */
  static GradientFunction of(Op<?> op, List<@Nullable GradientFunction> next, Mode mode) {
    return new GradientFunction(
        op.name() + "Backward", next, null, new Recorded<>(op, op.saved()), mode.place());
  }

  /**
   * Name: that of the operation followed by {@code Backward}, or {@code AccumulateGrad} for a leaf.
   */
  public String name() {
    return name;
  }

  /** Nodes of the operands that require a gradient, in the order of the operands. */
  public List<GradientFunction> next() {
    List<GradientFunction> present = new ArrayList<>();
    for (GradientFunction function : next) {
      if (function != null) {
        present.add(function);
      }
    }
    return present;
  }

  /** The leaf whose gradient is accumulated here; empty for an operation. */
  public Optional<Tensor> variable() {
    return Optional.ofNullable(variable);
  }

  /** The operation; empty for a leaf, and after a backward pass has freed its saved values. */
  public Optional<Op<?>> op() {
    Recorded<?> present = recorded;
    return present == null ? Optional.empty() : Optional.of(present.op());
  }

  /** Line that called the operation; empty unless it ran under {@link Places}. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /**
   * Values whose numbers the rule reads: operands, then the result; without history.
   *
   * @throws GradientException if a backward pass has freed them, or one was changed in place since
   */
  // [impl->autograd~saved-values~1]
  public List<Tensor> saved() {
    return variable == null ? recorded().values(this) : List.of();
  }

  long number() {
    return number;
  }

  List<@Nullable GradientFunction> edges() {
    return next;
  }

  /** Whether the rule has something to run on. */
  boolean isFreed() {
    return variable == null && recorded == null;
  }

  /**
   * What the rule needs.
   *
   * @throws GradientException if a backward pass has freed it
   */
  Recorded<?> recorded() {
    Recorded<?> present = recorded;
    if (present == null) {
      throw new GradientException(
          "backward: the values that "
              + name
              + (place == null ? "" : " (" + place + ")")
              + " saved were freed by "
              + (freedBy == null ? "an earlier backward pass through this graph" : freedBy)
              + "\n  the same graph can be walked again only if the earlier pass keeps them:"
              + " backward(Backward.RETAIN_GRAPH)");
    }
    return present;
  }

  /** Remember the result, which the rule reads; its version is that of now. */
  void keepResult(Tensor result) {
    recorded().keepResult(result);
  }

  /**
   * Give up what the rule has saved; a rule that saved no number can still run again.
   *
   * @param pass the backward pass in words, for the message of a later one
   */
  void free(@Nullable String pass) {
    Recorded<?> present = recorded;
    if (present != null && !present.isEmpty()) {
      recorded = null;
      freedBy = pass;
    }
  }

  /** Hooks of this node, made when they are first asked for. */
  Hooks hooks() {
    Hooks present = hooks;
    if (present == null) {
      present = new Hooks();
      hooks = present;
    }
    return present;
  }

  /** Give the hooks the gradient that has arrived, in their order, and return what they return. */
  Tensor hooked(Tensor yBar) {
    Hooks present = hooks;
    return present == null ? yBar : present.replace(yBar);
  }

  /** Call the hooks that wait for the accumulated gradient of this leaf. */
  void accumulated() {
    Hooks present = hooks;
    if (present != null) {
      present.accumulated();
    }
  }

  /** Keep the gradient that arrives here at a result of this operation, or at none. */
  void retainFor(@Nullable Tensor result) {
    retaining = result;
  }

  /** Result that keeps the gradient which arrives here; null if none does. */
  @Nullable Tensor retaining() {
    return retaining;
  }

  @Override
  public String toString() {
    return name;
  }
}
