package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Graph;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The graph of a tensor, its local partials and the steps of a pass. */
// [proof->autograd~graph~1]
class GraphTest {
  private final Tensor a = Tensor.scalar(3).requiresGrad_().named("a");

  /** L = (2a)·(a·a) at 3: three ways of 18 each. */
  @Test
  void gradientIsTheSumOverAllWaysAndNotTheProductOnOne() {
    Tensor loss = a.mul(2).mul(a.mul(a));
    Graph graph = Graph.of(loss);
    List<Double> ways = new ArrayList<>();
    collect(graph, graph.root(), 1, ways);
    assertThat(ways).containsExactly(18.0, 18.0, 18.0);
    loss.backward();
    assertThat(a.grad().item()).isEqualTo(54);
  }

  private static void collect(Graph graph, Graph.Node node, double product, List<Double> ways) {
    if (node.kind() == Graph.Kind.LEAF) {
      ways.add(product);
    }
    for (Graph.Edge edge : graph.edges()) {
      if (edge.operation() == node && edge.operand().kind() != Graph.Kind.CONSTANT) {
        double partial = graph.localPartial(edge).orElseThrow().item();
        collect(graph, edge.operand(), product * partial, ways);
      }
    }
  }

  @Test
  void nodesAreOperationsLeavesAndConstantsOperandsFirst() {
    Graph graph = Graph.of(a.mul(2).add(a));
    assertThat(graph.nodes())
        .extracting(node -> node.number() + " " + node.kind() + " " + node.operation())
        .containsExactly("0 LEAF ", "1 CONSTANT ", "2 OPERATION Mul", "3 OPERATION Add");
    assertThat(graph.nodes())
        .extracting(node -> node.value().item())
        .containsExactly(3.0, 2.0, 6.0, 9.0);
    assertThat(graph.nodes().get(0).value().name()).hasValue("a");
    assertThat(graph.edges())
        .extracting(
            edge ->
                edge.operand().number() + "→" + edge.operation().number() + "#" + edge.position())
        .containsExactly("0→2#0", "1→2#1", "2→3#0", "0→3#1");
    assertThat(graph.root()).isSameAs(graph.nodes().get(3));
  }

  @Test
  void operandGivenTwiceHasTwoEdgesAndTwoShares() {
    Graph graph = Graph.of(a.mul(a));
    assertThat(graph.edges()).hasSize(2);
    List<Graph.Step> steps = graph.backward(Tensor.scalar(1));
    assertThat(steps).hasSize(1);
    assertThat(steps.get(0).shares())
        .extracting(share -> share.edge().position() + ": " + share.sum().item())
        .containsExactly("0: 3.0", "1: 6.0");
    assertThat(a.hasGrad()).isFalse();
  }

  @Test
  void localPartialIsTheJacobian() {
    Tensor x = Tensor.of(1, 2).requiresGrad_();
    Tensor w = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    Graph graph = Graph.of(w.matmul(x));
    Graph.Edge edge = graph.edges().get(1);
    assertThat(graph.localPartial(edge).orElseThrow().shape()).containsExactly(3, 2);
    assertThat(graph.localPartial(edge).orElseThrow().toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(graph.localPartial(graph.edges().get(0))).as("of a constant").isEmpty();
  }

  @Test
  void seedOfAnotherShapeIsRefused() {
    assertThatThrownBy(() -> Graph.of(Tensor.of(1, 2).requiresGrad_().mul(2)).backward(a))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessageStartingWith("backward: the gradient must have the shape of the result");
  }

  @Test
  void constantAloneIsAGraphOfOneNode() {
    Graph graph = Graph.of(Tensor.ones(2));
    assertThat(graph.nodes()).extracting(Graph.Node::kind).containsExactly(Graph.Kind.CONSTANT);
    assertThat(graph.edges()).isEmpty();
  }

  @Test
  void deepGraphNeedsNoStack() {
    Tensor y = a;
    for (int i = 0; i < 20_000; i++) {
      y = y.add(1);
    }
    assertThat(Graph.of(y).nodes()).hasSize(40_001);
  }

  @Test
  void freedGraphIsRefused() {
    Tensor loss = a.mul(a);
    loss.backward();
    assertThatThrownBy(() -> Graph.of(loss))
        .isExactlyInstanceOf(GradientException.class)
        .hasMessageContaining("were freed by an earlier backward pass");
  }
}
