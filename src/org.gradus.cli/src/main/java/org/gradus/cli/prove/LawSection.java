package org.gradus.cli.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.check.law.MistakeVerdict;
import org.gradus.cli.prove.LawProof.LawText;
import org.gradus.study.Element;

/** The part of the report that shows the laws of the engine and of the optimizers. */
final class LawSection {

  private LawSection() {}

  static List<Element> elements(List<LawProof> proofs) {
    List<Element> elements = new ArrayList<>();
    elements.add(
        Sheets.paragraph(
            "The engine and the optimizers are no operations. Each law knows the right numbers from"
                + " another source: sums over all paths of a graph, powers of a matrix, weighted"
                + " means. A mistaken engine or training loop differs from a right one in one"
                + " decision."));
    for (LawProof proof : proofs) {
      elements.add(laws(proof));
      if (!proof.mistakes().isEmpty()) {
        elements.add(mistakes(proof));
      }
    }
    return elements;
  }

  private static Element laws(LawProof proof) {
    Table table =
        Table.of(
            "Laws of the " + proof.subject(),
            List.of("law", "what must hold", "verdict", "mistakes caught", "alone"));
    for (LawText law : proof.laws()) {
      table.add(
          List.of(
              Table.head(Element.of("span", law.name())),
              Table.cell(law.statement()),
              Table.verdict(!proof.right().after().containsKey(law.name()), "kept", "broken"),
              Table.count(proof.by(law.name())),
              Table.count(proof.alone(law.name()))));
    }
    return table.element();
  }

  private static Element mistakes(LawProof proof) {
    Table table =
        Table.of(
            "Mistakes about the " + proof.subject(),
            List.of(
                "mistake", "what a teacher says", "should be caught by", "verdict", "caught by"));
    for (MistakeVerdict row : proof.mistakes()) {
      table.add(
          List.of(
              Table.head(Element.of("span", row.name())),
              Table.cell(row.sentence()),
              Table.cell(row.law()),
              Table.verdict(row.asExpected(), "killed", "survives"),
              Table.cell(
                  row.verdict().after().keySet().stream().collect(Collectors.joining(", ")))));
    }
    return table.element();
  }
}
