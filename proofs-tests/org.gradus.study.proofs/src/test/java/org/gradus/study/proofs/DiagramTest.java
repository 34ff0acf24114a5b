package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gradus.study.Diagram;
import org.gradus.study.Svg;
import org.junit.jupiter.api.Test;

// [proof->study~diagram~1]
class DiagramTest {

  private static final Diagram.Node A = node("a");
  private static final Diagram.Node B = node("b");

  @Test
  void aDiagramWithoutNodes() {
    refused(
        """
        diagram: a picture needs at least one node
          title : t
          nodes : 0""",
        List.of());
  }

  @Test
  void aLongNameIsShortenedAndItsValueIsNot() {
    String line = "∂v1/∂" + "name".repeat(40) + " = -1.23457e-300";
    Diagram.Edge edge = new Diagram.Edge("a", "b", List.of(line));
    String svg = Svg.text(new Diagram("t", List.of(A, B), List.of(edge)).drawing());
    assertThat(svg).contains("… = -1.23457e-300");
  }

  @Test
  void aNodeWithoutText() {
    assertThatThrownBy(() -> new Diagram.Node("a", Diagram.Kind.LEAF, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            diagram: a node needs at least one line of text
              node  : a
              lines : 0
            give it a heading""");
  }

  @Test
  void anIdThatIsUsedTwice() {
    refused(
        """
        diagram: each node needs an id of its own
          title : t
          used twice : a""",
        List.of(A, B, A));
  }

  @Test
  void anEdgeThatLeadsNowhere() {
    refused(
        """
        diagram: an edge must join two of its nodes
          title : t
          no node : c""",
        List.of(A, B),
        edge("a", "c"));
  }

  @Test
  void edgesThatLeadRoundInACircle() {
    refused(
        """
        diagram: no way along edges may lead back
          title : t
          edges : 2""",
        List.of(A, B),
        edge("a", "b"),
        edge("b", "a"));
  }

  @Test
  void anEdgeFromANodeToItself() {
    refused(
        """
        diagram: no way along edges may lead back
          title : t
          edges : 1""",
        List.of(A),
        edge("a", "a"));
  }

  @Test
  void moreNodesThanAPictureShows() {
    List<Diagram.Node> nodes = new ArrayList<>();
    for (int i = 0; i <= 250; i++) {
      nodes.add(node("n" + i));
    }
    Diagram diagram = new Diagram("t", nodes, List.of());
    assertThatThrownBy(diagram::layout)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            diagram: a picture shows at most 250 nodes
              title : t
              nodes : 251
            write it as text or DOT, or draw a part of it""");
    assertThat(new Diagram("t", nodes.subList(0, 250), List.of()).layout().boxes()).hasSize(250);
  }

  @Test
  void aLineBreakInATextIsASpace() {
    Diagram diagram =
        new Diagram(
            "t\nt",
            List.of(new Diagram.Node("a", Diagram.Kind.LEAF, List.of("one\ntwo"))),
            List.of());
    assertThat(diagram.title()).isEqualTo("t t");
    assertThat(diagram.nodes().get(0).lines()).containsExactly("one two");
    assertThat(edge("a", "b", "x\ty").lines()).containsExactly("x y");
  }

  private static void refused(String message, List<Diagram.Node> nodes, Diagram.Edge... edges) {
    assertThatThrownBy(() -> new Diagram("t", nodes, List.of(edges)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static Diagram.Node node(String id) {
    return new Diagram.Node(id, Diagram.Kind.LEAF, List.of(id));
  }

  private static Diagram.Edge edge(String from, String to, String... lines) {
    return new Diagram.Edge(from, to, List.of(lines));
  }
}
