package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.study.Diagram;
import org.gradus.study.TextTree;

// [proof->study~text-tree~1]
class TextTreeProperties {

  private static final String BRANCH = "[├└]── ";

  @Provide
  Arbitrary<Diagram> diagrams() {
    return Diagrams.plain();
  }

  @Property
  void everyNodeIsWrittenOnceAndReferredToForEachFurtherUse(@ForAll("diagrams") Diagram diagram) {
    List<String> lines = TextTree.text(diagram).lines().toList();
    for (Diagram.Node node : diagram.nodes()) {
      long uses = diagram.edges().stream().filter(edge -> edge.from().equals(node.id())).count();
      String whole = String.join(", ", node.lines());
      List<String> about =
          lines.stream()
              .map(line -> line.replaceFirst(".*" + BRANCH, "").replaceFirst("  \\(.*\\)$", ""))
              .filter(line -> line.startsWith(node.lines().get(0)))
              .toList();
      assertThat(about).hasSize((int) Math.max(1, uses)).startsWith(whole);
      assertThat(about.subList(1, about.size()))
          .allMatch((node.lines().get(0) + " (above)")::equals);
    }
  }

  /** Reads the tree back by its indentation. */
  @Property
  void everyLineStandsBelowWhatUsesIt(@ForAll("diagrams") Diagram diagram) {
    List<String> headings = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : TextTree.text(diagram).lines().toList()) {
      int depth = line.replaceFirst("(?<=[├└]── |^)n\\d.*", "").length() / 4;
      String heading = line.substring(4 * depth).replaceFirst("[ .].*", "");
      headings.subList(depth, headings.size()).clear();
      headings.add(heading);
      if (depth > 0) {
        String text = line.replaceFirst(".*?(  \\((e\\d+).*\\))?$", "$2");
        found.add(heading + " " + headings.get(depth - 1) + " " + text);
      }
    }
    List<String> expected = new ArrayList<>();
    for (Diagram.Edge edge : diagram.edges()) {
      String text = edge.lines().isEmpty() ? "" : edge.lines().get(0);
      expected.add(number(edge.from()) + " " + number(edge.to()) + " " + text);
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Example
  void aSmallTree() {
    Diagram diagram =
        new Diagram(
            "t",
            List.of(
                new Diagram.Node("a", Diagram.Kind.LEAF, List.of("a", "value 3")),
                new Diagram.Node("b", Diagram.Kind.OPERATION, List.of("b = 2a")),
                new Diagram.Node("c", Diagram.Kind.ROOT, List.of("c = ab"))),
            List.of(
                new Diagram.Edge("a", "b", List.of("2")),
                new Diagram.Edge("b", "c", List.of()),
                new Diagram.Edge("a", "c", List.of("6", "adds 6"))));
    assertThat(TextTree.text(diagram))
        .isEqualTo(
            """
            c = ab
            ├── b = 2a
            │   └── a, value 3  (2)
            └── a (above)  (6, adds 6)
            """);
  }

  private static String number(String id) {
    return id.replaceFirst("id(\\d+).*", "n$1");
  }
}
