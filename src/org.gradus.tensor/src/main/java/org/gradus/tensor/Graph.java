package org.gradus.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradus.tensor.op.Op;
import org.jspecify.annotations.Nullable;

/**
 * Computation graph of a tensor, to be looked at: a node for each operation, leaf and constant, and
 * an edge for each operand.
 *
 * <p>An edge carries the local partial, the derivative of the operation's result by that operand
 * alone. The gradient of the root by a leaf is the sum, over all ways between them, of the product
 * of the local partials on the way.
 */
// [impl->autograd~graph~1]
public final class Graph {
  private final Tensor root;
  private final List<Node> nodes;
  private final List<Edge> edges;
  private final Map<GradientFunction, Node> byFunction;
  private final Map<Node, GradientFunction> functions;

  private Graph(Builder builder) {
    root = builder.root;
    nodes = List.copyOf(builder.nodes);
    edges = List.copyOf(builder.edges);
    byFunction = builder.byFunction;
    functions = builder.functions;
  }

  /** What a node stands for. */
  public enum Kind {
    /** A leaf that requires a gradient. */
    LEAF,
    /** A tensor that requires none. */
    CONSTANT,
    /** A recorded operation. */
    OPERATION
  }

  /**
   * An operation with its result, or a leaf.
   *
   * @param number position among the nodes; operands come before what is made of them
   * @param kind leaf, constant or operation
   * @param operation name of the operation; empty for a leaf or constant
   * @param value the result as it is now, without history and with its name
   * @param place line that called the operation, if lines were kept
   */
  public record Node(int number, Kind kind, String operation, Tensor value, Optional<Place> place) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  /**
   * Use of a value by an operation.
   *
   * @param operand node that is used
   * @param operation node that uses it
   * @param position position among the operands, from 0
   */
  public record Edge(Node operand, Node operation, int position) {}

  /**
   * One node's turn in a backward pass.
   *
   * @param operation node whose rule runs
   * @param yBar gradient of the root by its result, complete
   * @param shares what it adds to the gradient of each operand that requires one
   */
  public record Step(Node operation, Tensor yBar, List<Share> shares) {}

  /**
   * What a rule adds to the gradient of one operand.
   *
   * @param edge way it takes
   * @param share what is added
   * @param sum what has been added to that operand so far, this included
   */
  public record Share(Edge edge, Tensor share, Tensor sum) {}

  /**
   * Graph of all that a tensor was computed from.
   *
   * @throws GradientException if a backward pass has freed a part of it
   */
  public static Graph of(Face<?> root) {
    return new Graph(new Builder(root.tensor()));
  }

  /** Nodes; operands come before what is made of them, the root last. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Edges, in the order of the operations and their operands. */
  public List<Edge> edges() {
    return edges;
  }

  /** Node of the tensor that this is the graph of. */
  public Node root() {
    return nodes.get(nodes.size() - 1);
  }

  /**
   * Derivative of an operation's result by one of its operands, of the shape of the result followed
   * by that of the operand; empty for a constant.
   *
   * @throws GradientException if a saved value was changed in place
   */
  public Optional<Tensor> localPartial(Edge edge) {
    GradientFunction function = functions.get(edge.operation());
    if (function == null || edge.operand().kind() == Kind.CONSTANT) {
      return Optional.empty();
    }
    return Optional.of(
        LocalPartial.of(
            function, edge.position(), edge.operation().value(), edge.operand().value()));
  }

  /**
   * A backward pass from the root, rule by rule. The graph is kept and no gradient accumulates;
   * hooks run.
   *
   * @param seed gradient of the loss by the root, of its shape
   * @throws ShapeException if {@code seed} has another shape
   * @throws GradientException as {@link Face#backward}
   */
  public List<Step> backward(Tensor seed) {
    root.checkSeed(seed);
    List<Step> steps = new ArrayList<>();
    Map<Node, Tensor> sums = new IdentityHashMap<>();
    Engine.walk(
        "backward",
        List.of(root),
        List.of(seed),
        Set.of(Backward.RETAIN_GRAPH),
        null,
        (function, yBar, shares) -> steps.add(step(function, yBar, shares, sums)));
    return steps;
  }

  private Step step(
      GradientFunction function, Tensor yBar, List<Walk.Share> shares, Map<Node, Tensor> sums) {
    Node operation = known(function);
    List<Share> sent = new ArrayList<>();
    for (Walk.Share share : shares) {
      for (Edge edge : edges) {
        if (edge.operation() == operation && edge.position() == share.operand()) {
          Tensor before = sums.get(edge.operand());
          Tensor sum = before == null ? share.gradient() : before.add(share.gradient());
          sums.put(edge.operand(), sum);
          sent.add(new Share(edge, share.gradient(), sum));
        }
      }
    }
    return new Step(operation, yBar, sent);
  }

  private Node known(GradientFunction function) {
    Node node = byFunction.get(function);
    if (node == null) {
      throw new IllegalStateException(function + " is no node of this graph");
    }
    return node;
  }

  /** Follows edges back from the root, without recursion; a node is added after its operands. */
  private static final class Builder {
    private final Tensor root;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<GradientFunction, Node> byFunction = new HashMap<>();
    private final Map<Node, GradientFunction> functions = new IdentityHashMap<>();
    private final Map<Tensor, Node> constants = new IdentityHashMap<>();

    /** A function whose operands are looked at, with the tensor it has made. */
    private record Visit(GradientFunction function, Tensor result, List<Tensor> operands) {}

    Builder(Tensor root) {
      this.root = root;
      GradientFunction first = root.history().edge();
      if (first == null) {
        constant(root);
        return;
      }
      Deque<Visit> open = new ArrayDeque<>();
      open.push(visit(first, root));
      while (!open.isEmpty()) {
        Visit visit = open.element();
        Optional<Visit> next = firstUnseen(visit);
        if (next.isPresent()) {
          open.push(next.get());
        } else {
          add(open.pop());
        }
      }
    }

    private Visit visit(GradientFunction function, Tensor result) {
      boolean leaf = function.variable().isPresent();
      return new Visit(function, result, leaf ? List.of() : function.recorded().op().inputs());
    }

    private Optional<Visit> firstUnseen(Visit visit) {
      for (int i = 0; i < visit.operands.size(); i++) {
        GradientFunction next = visit.function.edges().get(i);
        if (next != null && !byFunction.containsKey(next)) {
          return Optional.of(visit(next, visit.operands.get(i)));
        }
      }
      return Optional.empty();
    }

    private void add(Visit visit) {
      GradientFunction function = visit.function;
      if (byFunction.containsKey(function)) {
        return;
      }
      List<Node> used = new ArrayList<>();
      for (int i = 0; i < visit.operands.size(); i++) {
        GradientFunction next = function.edges().get(i);
        Node known = next == null ? null : byFunction.get(next);
        used.add(known == null ? constant(visit.operands.get(i)) : known);
      }
      Kind kind = function.variable().isPresent() ? Kind.LEAF : Kind.OPERATION;
      String operation = function.op().map(Op::name).orElse("");
      Node node = node(kind, operation, visit.result, function.place());
      byFunction.put(function, node);
      functions.put(node, function);
      for (int i = 0; i < used.size(); i++) {
        edges.add(new Edge(used.get(i), node, i));
      }
    }

    private Node constant(Tensor tensor) {
      return constants.computeIfAbsent(
          tensor, unused -> node(Kind.CONSTANT, "", tensor, Optional.empty()));
    }

    private Node node(Kind kind, String operation, Tensor tensor, Optional<Place> place) {
      Tensor value = tensor.detach();
      tensor.name().ifPresent(value::named);
      Node node = new Node(nodes.size(), kind, operation, value, place);
      nodes.add(node);
      return node;
    }
  }
}
