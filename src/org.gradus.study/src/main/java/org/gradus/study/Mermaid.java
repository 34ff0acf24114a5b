package org.gradus.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.learn.state.WholeFile;

/**
 * The writer of Mermaid flowcharts, which many Markdown readers draw.
 *
 * <p>Source: Mermaid, "Flowcharts - Basic Syntax", mermaid.js.org/syntax/flowchart.html.
 */
// [impl->study~mermaid~1]
public final class Mermaid {

  private Mermaid() {}

  /** Returns a diagram as a whole flowchart from top to bottom, one node or edge a line. */
  public static String text(Diagram diagram) {
    StringBuilder chart = new StringBuilder("flowchart TD\n");
    Map<String, String> names = new HashMap<>();
    for (Diagram.Node node : diagram.nodes()) {
      String name = "n" + names.size();
      names.put(node.id(), name);
      chart.append(
          "  %s[\"%s\"]:::%s\n".formatted(name, escaped(node.lines()), styleName(node.kind())));
    }
    for (Diagram.Edge edge : diagram.edges()) {
      String label = edge.lines().isEmpty() ? "" : "|\"" + escaped(edge.lines()) + "\"|";
      chart.append(
          "  %s -->%s %s\n"
              .formatted(
                  names.getOrDefault(edge.from(), ""), label, names.getOrDefault(edge.to(), "")));
    }
    for (Diagram.Kind kind : Diagram.Kind.values()) {
      chart.append(
          "  classDef %s fill:%s,stroke:%s,color:%s\n"
              .formatted(
                  styleName(kind),
                  DiagramDrawing.fill(kind).hex(),
                  DiagramDrawing.rim(kind).hex(),
                  Color.INK.hex()));
    }
    return chart.toString();
  }

  /**
   * Writes a diagram to a file, which appears whole or not at all.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Diagram diagram) {
    WholeFile.write(file, text(diagram).getBytes(StandardCharsets.UTF_8));
  }

  private static String styleName(Diagram.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Writes all but letters, digits, spaces and plain signs as numbers of characters. */
  private static String escaped(List<String> lines) {
    return lines.stream()
        .map(line -> line.codePoints().mapToObj(Mermaid::escaped).collect(Collectors.joining()))
        .collect(Collectors.joining("<br/>"));
  }

  private static String escaped(int c) {
    boolean plain = c > 0x7E || Character.isLetterOrDigit(c) || " .,=+-/()[]".indexOf(c) >= 0;
    return plain ? Character.toString(c) : "#" + c + ";";
  }
}
