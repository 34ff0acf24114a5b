package org.gradus.cli.prove;

import java.util.List;
import org.gradus.study.Element;

/** The part of the report that shows how many small cases were walked through. */
final class ScopeSection {

  private ScopeSection() {}

  static List<Element> elements(Run run) {
    return run.scope()
        .map(scope -> List.of(Sheets.paragraph(scope + "."), table(run.proofs())))
        .orElse(
            List.of(
                Sheets.paragraph(
                    "This run took random cases alone. gradus prove --small-scope --report DIR walks"
                        + " through every small case too: each shape up to rank 3 with lengths from"
                        + " 0 to 3, each pair that broadcasts, each set of axes.")));
  }

  private static Element table(List<Proof> proofs) {
    Table table =
        Table.of(
            "Small cases of each operation",
            List.of("operation", "verdict", "structures", "scope", "requests", "numbers"));
    for (Proof proof : proofs) {
      proof
          .small()
          .ifPresent(
              outcome ->
                  table.add(
                      List.of(
                          OperationArticle.name(proof),
                          Table.verdict(proof.isRightInSmall(), "right", "wrong"),
                          Table.count(outcome.structures()),
                          Table.cell(outcome.complete() ? "complete" : "bounded"),
                          Table.count(outcome.requests()),
                          Table.count(outcome.report().numbers()))));
    }
    return Table.folded("All %d operations".formatted(proofs.size()), table);
  }
}
