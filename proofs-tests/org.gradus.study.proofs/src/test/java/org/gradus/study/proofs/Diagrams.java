package org.gradus.study.proofs;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gradus.study.Diagram;

/** Diagrams of every shape: several ends, parallel edges, long edges, edges without text. */
final class Diagrams {

  private static final int MOST_NODES = 14;
  private static final int MOST_OPERANDS = 3;

  private Diagrams() {}

  /**
   * Draws diagrams whose texts all differ.
   *
   * @param words what texts are made of
   */
  static Arbitrary<Diagram> any(Arbitrary<String> words) {
    Arbitrary<List<Integer>> choices =
        Arbitraries.integers()
            .between(0, 1 << 20)
            .list()
            .ofMinSize(MOST_NODES)
            .ofMaxSize(MOST_NODES * MOST_OPERANDS);
    Arbitrary<List<String>> texts =
        words.list().ofMinSize(MOST_NODES + 1).ofMaxSize(MOST_NODES + 1);
    return Combinators.combine(Arbitraries.integers().between(1, MOST_NODES), choices, texts)
        .as(Diagrams::made);
  }

  /** Draws diagrams of short words. */
  static Arbitrary<Diagram> plain() {
    return any(Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(20));
  }

  /** The choices are read in order: how many operands, then which, then how many lines. */
  private static Diagram made(int count, List<Integer> choices, List<String> words) {
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < count; i++) {
      int choice = choices.get(i);
      List<String> lines = new ArrayList<>();
      for (int line = 0; line <= choice % 3; line++) {
        lines.add("n" + i + "." + line + " " + words.get(i));
      }
      Diagram.Kind kind = Diagram.Kind.values()[choice % Diagram.Kind.values().length];
      nodes.add(new Diagram.Node("id" + i + words.get(i), kind, lines));
      int operands = i == 0 ? 0 : choice / 3 % (MOST_OPERANDS + 1);
      for (int k = 0; k < operands && read < choices.size(); k++) {
        int which = choices.get(read) % i;
        List<String> text =
            choices.get(read) / 7 % 3 == 0 ? List.of() : List.of("e" + edges.size(), words.get(i));
        edges.add(new Diagram.Edge(nodes.get(which).id(), nodes.get(i).id(), text));
        read++;
      }
    }
    return new Diagram(words.get(count), nodes, edges);
  }
}
