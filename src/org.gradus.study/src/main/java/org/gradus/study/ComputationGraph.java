package org.gradus.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gradus.tensor.Graph;
import org.gradus.tensor.Tensor;

/**
 * The diagram of a tensor's computation, and the words of a backward pass through it.
 *
 * <p>A box shows a name, the operation, the value and, where a backward pass is asked for, the
 * complete gradient. An arrow shows the local partial, the derivative of the operation's result by
 * that operand alone, and what the pass adds to the operand's gradient along it. A value without a
 * name is called v1, v2, …; where an operation uses one operand several times, the uses are
 * numbered from 1.
 *
 * <pre>
 *   Diagram diagram = ComputationGraph.of(Graph.of(loss), Tensor.scalar(1)).diagram();
 * </pre>
 */
// [impl->study~computation-graph~1]
public final class ComputationGraph {

  private static final int MOST_PARTIALS = 1024;

  private final Graph graph;
  private final List<Graph.Step> steps;
  private final Map<Graph.Node, String> names = new HashMap<>();
  private final Map<Graph.Node, Tensor> gradients = new HashMap<>();
  private final Map<Graph.Edge, Tensor> shares = new HashMap<>();
  private final Map<Graph.Edge, Tensor> sums = new HashMap<>();

  private ComputationGraph(Graph graph, List<Graph.Step> steps) {
    this.graph = graph;
    this.steps = List.copyOf(steps);
    nameNodes();
    for (Graph.Step step : steps) {
      gradients.put(step.operation(), step.yBar());
      for (Graph.Share share : step.shares()) {
        gradients.put(share.edge().operand(), share.sum());
        shares.merge(share.edge(), share.share(), Tensor::add);
        sums.put(share.edge(), share.sum());
      }
    }
  }

  /** Returns a computation without gradients. */
  public static ComputationGraph of(Graph graph) {
    return new ComputationGraph(graph, List.of());
  }

  /**
   * Returns a computation and a backward pass through it, which changes no gradient.
   *
   * @param seed gradient of the loss by the root, of its shape
   * @throws org.gradus.tensor.GradientException if the root requires no gradient, or as {@link
   *     org.gradus.tensor.Face#backward}
   */
  public static ComputationGraph of(Graph graph, Tensor seed) {
    ComputationGraph computation = new ComputationGraph(graph, graph.backward(seed));
    computation.gradients.putIfAbsent(graph.root(), seed);
    return computation;
  }

  /**
   * Returns boxes and arrows; operands stand before what is made of them.
   *
   * @throws org.gradus.tensor.GradientException if a value that a local partial needs was changed
   *     in place
   */
  public Diagram diagram() {
    return new Diagram(
        "Computation graph of " + name(graph.root()),
        graph.nodes().stream().map(this::node).toList(),
        graph.edges().stream().map(this::edge).toList());
  }

  /**
   * Writes the backward pass step by step: the node with the gradient that has arrived there, and
   * for each operand the local partial, what is added, and what has accumulated then; at the end
   * the leaves.
   *
   * @return lines of text, each ended; none without a backward pass
   */
  // [impl->study~backward-steps~1]
  public String steps() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Graph.Node operation = steps.get(i).operation();
      text.append(i + 1).append(". ").append(String.join(", ", node(operation).lines()));
      text.append('\n');
      for (Graph.Edge edge : graph.edges()) {
        Tensor sum = sums.get(edge);
        if (edge.operation() == operation && sum != null) {
          text.append("     ").append(String.join(", ", edge(edge).lines())).append(" to ");
          text.append(name(edge.operand())).append(", which has ").append(TensorText.of(sum));
          text.append('\n');
        }
      }
    }
    for (Graph.Node node : graph.nodes()) {
      if (node.kind() == Graph.Kind.LEAF && !steps.isEmpty()) {
        text.append(String.join(", ", node(node).lines())).append('\n');
      }
    }
    return text.toString();
  }

  private Diagram.Node node(Graph.Node node) {
    List<String> lines = new ArrayList<>(List.of(heading(node)));
    if (isNamed(node) || node.kind() != Graph.Kind.CONSTANT) {
      lines.add("value " + TensorText.of(node.value()));
    }
    if (gradients.containsKey(node)) {
      lines.add(gradient(node));
    }
    node.place().ifPresent(place -> lines.add(place.toString()));
    return new Diagram.Node("n" + node.number(), kind(node), lines);
  }

  private String gradient(Graph.Node node) {
    Tensor gradient = gradients.get(node);
    return "gradient " + (gradient == null ? "none" : TensorText.of(gradient));
  }

  private Diagram.Kind kind(Graph.Node node) {
    return switch (node.kind()) {
      case LEAF -> Diagram.Kind.LEAF;
      case CONSTANT -> Diagram.Kind.CONSTANT;
      case OPERATION -> node == graph.root() ? Diagram.Kind.ROOT : Diagram.Kind.OPERATION;
    };
  }

  private String heading(Graph.Node node) {
    return node.kind() == Graph.Kind.OPERATION ? name(node) + " = " + node.operation() : name(node);
  }

  private static boolean isNamed(Graph.Node node) {
    return node.value().name().isPresent();
  }

  private String name(Graph.Node node) {
    return names.getOrDefault(node, "");
  }

  /** Calls nodes by their names, constants without one by their numbers, the rest v1, v2, … */
  private void nameNodes() {
    Set<String> taken = new HashSet<>();
    graph.nodes().forEach(node -> node.value().name().ifPresent(taken::add));
    int number = 0;
    for (Graph.Node node : graph.nodes()) {
      Optional<String> name = node.value().name();
      if (name.isEmpty() && node.kind() != Graph.Kind.CONSTANT) {
        do {
          number++;
        } while (taken.contains("v" + number));
      }
      String otherwise =
          node.kind() == Graph.Kind.CONSTANT ? TensorText.of(node.value()) : "v" + number;
      names.put(node, name.orElse(otherwise));
    }
  }

  private Diagram.Edge edge(Graph.Edge edge) {
    List<String> lines = new ArrayList<>();
    if (edge.operand().kind() != Graph.Kind.CONSTANT) {
      lines.add(
          "∂%s/∂%s%s = %s"
              .formatted(
                  name(edge.operation()), name(edge.operand()), use(edge), localPartial(edge)));
    }
    Tensor share = shares.get(edge);
    if (share != null) {
      lines.add("adds " + TensorText.of(share));
    }
    return new Diagram.Edge("n" + edge.operand().number(), "n" + edge.operation().number(), lines);
  }

  /** Numbers the uses of one operand by one operation, where there are several. */
  private String use(Graph.Edge edge) {
    List<Graph.Edge> uses =
        graph.edges().stream()
            .filter(other -> other.operation() == edge.operation())
            .filter(other -> other.operand() == edge.operand())
            .toList();
    return uses.size() == 1 ? "" : " #" + (1 + uses.indexOf(edge));
  }

  /** Writes a local partial; one of many numbers is not computed, and its size is written. */
  private String localPartial(Graph.Edge edge) {
    int[] result = edge.operation().value().shape();
    int[] operand = edge.operand().value().shape();
    int[] shape = IntStream.concat(Arrays.stream(result), Arrays.stream(operand)).toArray();
    if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) > MOST_PARTIALS) {
      return TensorText.size(shape);
    }
    return graph
        .localPartial(edge)
        .map(partial -> TensorText.jacobian(partial, Arrays.equals(result, operand)))
        .orElse("none");
  }
}
