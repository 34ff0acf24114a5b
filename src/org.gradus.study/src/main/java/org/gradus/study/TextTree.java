package org.gradus.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.learn.state.WholeFile;

/**
 * The writer of indented text: each node above what it is made of.
 *
 * <p>A node that is used several times is written once with all below it; where it is used again,
 * its heading stands alone, marked {@code (above)}.
 */
// [impl->study~text-tree~1]
public final class TextTree {

  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, List<Diagram.Edge>> operands;
  private final Set<String> written = new HashSet<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Branch> open = new ArrayDeque<>();

  /**
   * A line that is still to be written.
   *
   * @param id node
   * @param note text of the edge that led here
   * @param lead what stands before it
   * @param below what stands before the lines below it
   */
  private record Branch(String id, String note, String lead, String below) {}

  private TextTree(Diagram diagram) {
    diagram.nodes().forEach(node -> lines.put(node.id(), node.lines()));
    operands = diagram.operands();
    for (Diagram.Node end : diagram.ends()) {
      open.push(new Branch(end.id(), "", "", ""));
      while (!open.isEmpty()) {
        write(open.pop());
      }
    }
  }

  /** Returns a diagram as lines of text, each ended. */
  public static String text(Diagram diagram) {
    return new TextTree(diagram).text.toString();
  }

  /**
   * Writes a diagram to a file, which appears whole or not at all.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Diagram diagram) {
    WholeFile.write(file, text(diagram).getBytes(StandardCharsets.UTF_8));
  }

  private void write(Branch branch) {
    List<String> own = lines.getOrDefault(branch.id, List.of(""));
    boolean first = written.add(branch.id);
    text.append(branch.lead)
        .append(first ? String.join(", ", own) : own.get(0) + " (above)")
        .append(branch.note)
        .append('\n');
    if (first) {
      List<Diagram.Edge> below = operands.getOrDefault(branch.id, List.of());
      for (int i = below.size() - 1; i >= 0; i--) {
        boolean last = i == below.size() - 1;
        Diagram.Edge edge = below.get(i);
        String note = edge.lines().isEmpty() ? "" : "  (" + String.join(", ", edge.lines()) + ")";
        open.push(
            new Branch(
                edge.from(),
                note,
                branch.below + (last ? "└── " : "├── "),
                branch.below + (last ? "    " : "│   ")));
      }
    }
  }
}
