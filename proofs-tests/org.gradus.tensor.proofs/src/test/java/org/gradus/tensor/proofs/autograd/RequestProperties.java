package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Backward;
import org.gradus.tensor.Graph;
import org.gradus.tensor.Tensor;

/** Random graphs, asked for the gradient by one leaf, looked at, and followed step by step. */
class RequestProperties {

  /** As in the proof of backward: some thousand roundings of 1.1e-16, relative to the largest. */
  private static final double ROUNDING = 1e-11;

  // [proof->autograd~grad~1]
  // [proof->autograd~inputs~1]
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void gradientByOneLeafIsThatOfAllAndRunsFewerRules(
      @ForAll("leaves") List<int[]> leaves, @ForAll("steps") List<GraphStep> steps) {
    GraphRun run = new GraphRun(leaves, steps);
    if (run.isSpoiled()) {
      return;
    }
    Tensor loss = run.loss();
    for (Tensor leaf : run.leaves()) {
      Tensor asked = Autograd.of(loss).retainGraph().grad(leaf).get(0);
      loss.backward(Backward.RETAIN_GRAPH);
      assertThat(asked.toArray()).as("bit for bit").isEqualTo(leaf.grad().toArray());
      run.leaves().forEach(Tensor::clearGrad);
    }
  }

  // [proof->autograd~graph~1]
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void gradientIsWhatTheLocalPartialsMultiplyAndAddUpTo(
      @ForAll("leaves") List<int[]> leaves, @ForAll("few") List<GraphStep> steps) {
    GraphRun run = new GraphRun(leaves, steps);
    if (run.isSpoiled() || run.changes() > 0) {
      return;
    }
    Tensor loss = run.loss();
    Graph graph = Graph.of(loss);
    Map<Graph.Node, Tensor> jacobians = new HashMap<>();
    jacobians.put(graph.root(), Tensor.ones(1, 1));
    for (int i = graph.edges().size() - 1; i >= 0; i--) {
      Graph.Edge edge = graph.edges().get(i);
      Tensor above = jacobians.get(edge.operation());
      if (above == null || graph.localPartial(edge).isEmpty()) {
        continue;
      }
      int n = edge.operation().value().numel();
      int m = edge.operand().value().numel();
      Tensor through = above.matmul(graph.localPartial(edge).orElseThrow().reshape(n, m));
      jacobians.merge(edge.operand(), through, Tensor::add);
    }
    loss.backward();
    int leaf = 0;
    for (Graph.Node node : graph.nodes()) {
      if (node.kind() == Graph.Kind.LEAF) {
        leaf++;
        Tensor expected = gradientOf(run, node);
        compare(jacobians.get(node).flatten(), expected.flatten());
      }
    }
    assertThat(leaf).as("leaves in the graph").isEqualTo(run.leaves().size());
  }

  private static Tensor gradientOf(GraphRun run, Graph.Node node) {
    return run.leaves().stream()
        .filter(leaf -> leaf.sharesStorageWith(node.value()))
        .findFirst()
        .orElseThrow()
        .grad();
  }

  // [proof->autograd~graph~1]
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void stepsAddUpToTheGradients(
      @ForAll("leaves") List<int[]> leaves, @ForAll("steps") List<GraphStep> steps) {
    GraphRun run = new GraphRun(leaves, steps);
    if (run.isSpoiled()) {
      return;
    }
    Tensor loss = run.loss();
    Graph graph = Graph.of(loss);
    Map<Graph.Node, Tensor> sums = new HashMap<>();
    sums.put(graph.root(), Tensor.scalar(1));
    for (Graph.Step step : graph.backward(Tensor.scalar(1))) {
      assertThat(step.yBar().toArray())
          .as("incoming gradient is complete")
          .isEqualTo(sums.get(step.operation()).toArray());
      for (Graph.Share share : step.shares()) {
        assertThat(share.edge().operation()).isSameAs(step.operation());
        Tensor sum = sums.merge(share.edge().operand(), share.share(), Tensor::add);
        assertThat(share.sum().toArray()).isEqualTo(sum.toArray());
      }
    }
    assertThat(run.leaves()).as("nothing accumulates").noneMatch(Tensor::hasGrad);
    loss.backward();
    for (Graph.Node node : graph.nodes()) {
      if (node.kind() == Graph.Kind.LEAF) {
        assertThat(sums.get(node).toArray()).isEqualTo(gradientOf(run, node).toArray());
      }
    }
  }

  private static void compare(Tensor actual, Tensor expected) {
    double largest = 1;
    for (double entry : expected.toArray()) {
      largest = Math.max(largest, Math.abs(entry));
    }
    for (int i = 0; i < expected.numel(); i++) {
      assertThat(actual.at(i)).isCloseTo(expected.at(i), within(ROUNDING * largest));
    }
  }

  @Provide
  Arbitrary<List<int[]>> leaves() {
    return GraphStep.leaves();
  }

  @Provide
  Arbitrary<List<GraphStep>> steps() {
    return GraphStep.steps();
  }

  @Provide
  Arbitrary<List<GraphStep>> few() {
    return GraphStep.steps().map(steps -> steps.subList(0, Math.min(steps.size(), 8)));
  }
}
