package org.gradus.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.learn.state.WholeFile;

/**
 * The writer of DOT, the language of Graphviz: {@code dot -Tsvg graph.dot}.
 *
 * <p>Source: The DOT Language, graphviz.org/doc/info/lang.html.
 */
// [impl->study~dot~1]
public final class Dot {

  private Dot() {}

  /** Returns a diagram as a whole DOT document, one node or edge a line. */
  public static String text(Diagram diagram) {
    StringBuilder dot = new StringBuilder();
    dot.append("digraph ").append(quoted(List.of(diagram.title()))).append(" {\n");
    dot.append("  node [shape=box, style=filled, fontname=\"Helvetica\"];\n");
    dot.append("  edge [fontname=\"Helvetica\", fontsize=11];\n");
    for (Diagram.Node node : diagram.nodes()) {
      dot.append(
          "  %s [label=%s, fillcolor=\"%s\"];\n"
              .formatted(
                  quoted(List.of(node.id())),
                  quoted(node.lines()),
                  DiagramDrawing.fill(node.kind()).hex()));
    }
    for (Diagram.Edge edge : diagram.edges()) {
      String label = edge.lines().isEmpty() ? "" : " [label=" + quoted(edge.lines()) + "]";
      dot.append(
          "  %s -> %s%s;\n"
              .formatted(quoted(List.of(edge.from())), quoted(List.of(edge.to())), label));
    }
    return dot.append("}\n").toString();
  }

  /**
   * Writes a diagram to a file, which appears whole or not at all.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Diagram diagram) {
    WholeFile.write(file, text(diagram).getBytes(StandardCharsets.UTF_8));
  }

  /** Quotes lines; a backslash would begin an escape, and an ampersand an entity of HTML. */
  private static String quoted(List<String> lines) {
    return lines.stream()
        .map(line -> line.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;"))
        .collect(Collectors.joining("\\n", "\"", "\""));
  }
}
