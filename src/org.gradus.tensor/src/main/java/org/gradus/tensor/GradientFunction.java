package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Saved;
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
  private @Nullable Recorded<?> recorded;

  private GradientFunction(
      String name,
      List<@Nullable GradientFunction> next,
      @Nullable Tensor variable,
      @Nullable Recorded<?> recorded) {
    this.name = name;
    this.next = next;
    this.variable = variable;
    this.recorded = recorded;
  }

  /** Node of a leaf. */
  static GradientFunction accumulating(Tensor leaf) {
    return new GradientFunction("AccumulateGrad", List.of(), leaf, null);
  }

  /**
   * Node of an operation; the operands' versions are those of now.
   *
   * @param next node of each operand, null for one that requires no gradient
   */
  static GradientFunction of(Op<?> op, List<@Nullable GradientFunction> next, Saved saved) {
    return new GradientFunction(op.name() + "Backward", next, null, new Recorded<>(op, saved));
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

  long number() {
    return number;
  }

  List<@Nullable GradientFunction> edges() {
    return next;
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
              + " saved were freed by an earlier backward pass through this graph\n"
              + "  the same graph can be walked again only if the earlier pass keeps them:"
              + " backward(Backward.RETAIN_GRAPH)");
    }
    return present;
  }

  /** Remember the result, which the rule reads; its version is that of now. */
  void keepResult(Tensor result) {
    recorded().keepResult(result);
  }

  /** Give up what the rule has saved; a rule that saved no number can still run again. */
  void free() {
    Recorded<?> present = recorded;
    if (present != null && !present.isEmpty()) {
      recorded = null;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
