package org.gradus.whole.proofs.docs.chapters;

import java.io.PrintStream;
import org.gradus.study.ComputationGraph;
import org.gradus.study.Diagram;
import org.gradus.study.Mermaid;
import org.gradus.study.TextTree;
import org.gradus.tensor.Graph;
import org.gradus.tensor.Tensor;

/** The examples of the chapter on the computation graph. */
final class GraphPictures {

  private GraphPictures() {}

  static String text() {
    return Printed.by(
        out -> {
          // region text
          Tensor a = Tensor.scalar(3).named("a").requiresGrad_();
          Tensor b = a.mul(2).named("b");
          Tensor c = a.mul(a).named("c");
          Tensor loss = b.mul(c).named("L");
          var graph = ComputationGraph.of(Graph.of(loss), Tensor.scalar(1));
          out.print(TextTree.text(graph.diagram()));
          // endregion
        });
  }

  static String mermaid() {
    return Printed.by(
        out -> {
          // region mermaid
          Tensor x = Tensor.scalar(0.5).named("x").requiresGrad_();
          Diagram diagram = ComputationGraph.of(Graph.of(x.exp().sin().named("y"))).diagram();
          out.print(Mermaid.text(diagram));
          // endregion
        });
  }

  static String paths() {
    return Printed.by(
        out -> {
          // region paths
          Tensor a = Tensor.scalar(3).named("a").requiresGrad_();
          Tensor b = a.mul(2).named("b");
          Tensor c = a.mul(a).named("c");
          Graph graph = Graph.of(b.mul(c).named("L"));
          double sum = follow(graph, graph.root(), "L", 1, out);
          out.println("sum " + sum);
          // endregion
        });
  }

  // region follow
  /** Prints each path from a node up to the leaf with its product, and returns their sum. */
  static double follow(Graph graph, Graph.Node node, String way, double product, PrintStream out) {
    if (node.kind() == Graph.Kind.LEAF) {
      out.println(way + ": " + product);
      return product;
    }
    double sum = 0;
    for (Graph.Edge edge : graph.edges()) {
      var partial = graph.localPartial(edge);
      if (edge.operation() == node && partial.isPresent()) {
        double factor = partial.get().item();
        String name = edge.operand().value().name().orElseThrow();
        sum += follow(graph, edge.operand(), way + " <- " + name, product * factor, out);
      }
    }
    return sum;
  }

  // endregion

  static String doubling() {
    return Printed.by(
        out -> {
          // region doubling
          Tensor x = Tensor.scalar(1).requiresGrad_();
          Tensor y = x;
          for (int layer = 0; layer < 10; layer++) {
            y = y.add(y);
          }
          Graph graph = Graph.of(y);
          long[] paths = new long[graph.nodes().size()]; // from each node down to y
          paths[graph.root().number()] = 1;
          for (int i = graph.edges().size() - 1; i >= 0; i--) {
            Graph.Edge edge = graph.edges().get(i);
            paths[edge.operand().number()] += paths[edge.operation().number()];
          }
          int steps = graph.backward(Tensor.scalar(1)).size();
          y.backward();
          out.println(paths[0] + " paths, " + steps + " steps, gradient " + x.grad().item());
          // endregion
        });
  }

  static String freed() {
    return Printed.refusal(
        () -> {
          // region freed
          Tensor a = Tensor.scalar(3).requiresGrad_();
          Tensor loss = a.mul(a);
          loss.backward();
          Graph.of(loss);
          // endregion
        });
  }
}
