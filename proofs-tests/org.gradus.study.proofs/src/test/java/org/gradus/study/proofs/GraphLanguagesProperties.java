package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.study.Diagram;
import org.gradus.study.Dot;
import org.gradus.study.Mermaid;

/** A strict reader of each language finds the diagram again, whatever its texts hold. */
class GraphLanguagesProperties {

  private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final String MERMAID_TEXT =
      "\"((?:[ .,=+\\-/()\\[\\]\\w]|[^\\x00-\\x7E]|#\\d+;|<br/>)*)\"";

  @Provide
  Arbitrary<Diagram> diagrams() {
    return Diagrams.any(
        Arbitraries.strings().withChars("aZ9 \"\\#;<>&|`'[](){}%/n∂é-").ofMaxLength(12));
  }

  // [proof->study~dot~1]
  @Property
  void dotHoldsEveryNodeAndEdgeOnce(@ForAll("diagrams") Diagram diagram) {
    List<String> lines = Dot.text(diagram).lines().toList();
    Pattern node =
        Pattern.compile("  " + QUOTED + " \\[label=" + QUOTED + ", fillcolor=\"#\\w{6}\"\\];");
    Pattern edge =
        Pattern.compile("  " + QUOTED + " -> " + QUOTED + "(?: \\[label=" + QUOTED + "\\])?;");
    List<List<String>> nodes = new ArrayList<>();
    List<List<String>> edges = new ArrayList<>();
    assertThat(lines.get(0)).matches("digraph " + QUOTED + " \\{");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("}");
    for (String line : lines.subList(3, lines.size() - 1)) {
      Matcher isNode = node.matcher(line);
      Matcher isEdge = edge.matcher(line);
      if (isNode.matches()) {
        nodes.add(List.of(fromDot(isNode.group(1)), fromDot(isNode.group(2))));
      } else {
        assertThat(isEdge.matches()).as(line).isTrue();
        String label = isEdge.group(3) == null ? "" : fromDot(isEdge.group(3));
        edges.add(List.of(fromDot(isEdge.group(1)), fromDot(isEdge.group(2)), label));
      }
    }
    assertThat(nodes).isEqualTo(nodes(diagram));
    assertThat(edges).isEqualTo(edges(diagram));
  }

  // [proof->study~mermaid~1]
  @Property
  void mermaidHoldsEveryNodeAndEdgeOnce(@ForAll("diagrams") Diagram diagram) {
    List<String> lines = Mermaid.text(diagram).lines().toList();
    Pattern node = Pattern.compile("  (n\\d+)\\[" + MERMAID_TEXT + "\\]:::[a-z]+");
    Pattern edge = Pattern.compile("  (n\\d+) -->(?:\\|" + MERMAID_TEXT + "\\|)? (n\\d+)");
    Map<String, String> ids = new HashMap<>();
    List<List<String>> nodes = new ArrayList<>();
    List<List<String>> edges = new ArrayList<>();
    assertThat(lines.get(0)).isEqualTo("flowchart TD");
    for (String line : lines.subList(1, lines.size() - Diagram.Kind.values().length)) {
      Matcher isNode = node.matcher(line);
      Matcher isEdge = edge.matcher(line);
      if (isNode.matches()) {
        String id = diagram.nodes().get(nodes.size()).id();
        assertThat(ids.put(isNode.group(1), id)).isNull();
        nodes.add(List.of(id, fromMermaid(isNode.group(2))));
      } else {
        assertThat(isEdge.matches()).as(line).isTrue();
        String label = isEdge.group(2) == null ? "" : fromMermaid(isEdge.group(2));
        edges.add(List.of(ids.get(isEdge.group(1)), ids.get(isEdge.group(3)), label));
      }
    }
    assertThat(nodes).isEqualTo(nodes(diagram));
    assertThat(edges).isEqualTo(edges(diagram));
  }

  @Example
  void aSmallDotDocument() {
    assertThat(Dot.text(small()))
        .isEqualTo(
            """
            digraph "a \\"small\\" one" {
              node [shape=box, style=filled, fontname="Helvetica"];
              edge [fontname="Helvetica", fontsize=11];
              "a" [label="a\\nvalue 3", fillcolor="#E0F3EE"];
              "b" [label="b = a\\\\2", fillcolor="#FCF3E0"];
              "a" -> "b" [label="∂b/∂a"];
              "a" -> "b";
            }
            """);
  }

  @Example
  void aSmallFlowchart() {
    assertThat(Mermaid.text(small()))
        .startsWith(
            """
            flowchart TD
              n0["a<br/>value 3"]:::leaf
              n1["b = a#92;2"]:::root
              n0 -->|"∂b/∂a"| n1
              n0 --> n1
              classDef leaf fill:#E0F3EE,stroke:#009E73,color:#1F2328
            """);
  }

  private static Diagram small() {
    return new Diagram(
        "a \"small\" one",
        List.of(
            new Diagram.Node("a", Diagram.Kind.LEAF, List.of("a", "value 3")),
            new Diagram.Node("b", Diagram.Kind.ROOT, List.of("b = a\\2"))),
        List.of(
            new Diagram.Edge("a", "b", List.of("∂b/∂a")), new Diagram.Edge("a", "b", List.of())));
  }

  private static List<List<String>> nodes(Diagram diagram) {
    return diagram.nodes().stream()
        .map(node -> List.of(node.id(), String.join("\n", node.lines())))
        .toList();
  }

  private static List<List<String>> edges(Diagram diagram) {
    return diagram.edges().stream()
        .map(edge -> List.of(edge.from(), edge.to(), String.join("\n", edge.lines())))
        .toList();
  }

  private static String fromDot(String text) {
    Matcher escape = Pattern.compile("\\\\(.)").matcher(text);
    return escape
        .replaceAll(e -> Matcher.quoteReplacement(e.group(1).equals("n") ? "\n" : e.group(1)))
        .replace("&amp;", "&");
  }

  private static String fromMermaid(String text) {
    Matcher escape = Pattern.compile("#(\\d+);").matcher(text.replace("<br/>", "\n"));
    return escape.replaceAll(
        e -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(e.group(1)))));
  }
}
