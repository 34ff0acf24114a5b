package org.gradus.cli.prove;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.check.operation.CommonMisconceptions;
import org.gradus.check.operation.Kills;
import org.gradus.study.Element;

/**
 * The part of the report that shows all about one operation.
 *
 * @param files the files of the project, to link to
 * @param folder where the page will lie
 */
record OperationArticle(ProjectFiles files, Path folder) {

  /** Cell that names an operation and leads to its article. */
  static Element name(Proof proof) {
    return Table.head(Element.link("#" + anchor(proof), proof.operation().id()));
  }

  private static String anchor(Proof proof) {
    return "op-" + proof.operation().id();
  }

  Element of(Proof proof) {
    String id = proof.operation().id();
    List<Element> parts = new ArrayList<>();
    parts.add(Element.of("h3", id));
    parts.add(Element.of("code", proof.operation().formula()));
    parts.add(Element.of("code", proof.operation().rule()));
    files
        .of(id)
        .ifPresent(
            place ->
                parts.add(
                    Element.of(
                        "nav",
                        List.of(
                            link(place.source(), "source"),
                            link(place.proof(), "proof"),
                            link(place.page(), "page")))));
    proof.checked().failure().ifPresent(failure -> parts.add(Element.of("pre", failure.strip())));
    if (!proof.operation().kinks().isEmpty()) {
      parts.add(Singularities.table(proof.operation()));
    }
    List<Kills> own =
        proof.kills().stream()
            .filter(row -> !CommonMisconceptions.all().contains(row.misconception()))
            .toList();
    List<Kills> harmless =
        proof.kills().stream().filter(row -> row.harmless().isPresent()).toList();
    if (!own.isEmpty()) {
      parts.add(mistakes(own));
    }
    for (Kills row : harmless) {
      parts.add(
          Sheets.paragraph(
              "Harmless here: %s; %s."
                  .formatted(row.misconception().name(), row.harmless().orElseThrow())));
    }
    return Element.of("article", parts).withAttribute("id", anchor(proof));
  }

  private Element link(String file, String text) {
    String name = file.replaceAll("#.*", "").replaceAll(".*/", "");
    return Element.link(files.address(folder, file), text + ": " + name);
  }

  private static Element mistakes(List<Kills> rows) {
    Table table =
        Table.of(
            "Mistakes about this operation",
            List.of("mistake", "what a teacher says", "shows in", "verdict", "caught by"));
    for (Kills row : rows) {
      table.add(
          List.of(
              Table.head(Element.of("span", row.misconception().name())),
              Table.cell(row.misconception().sentence()),
              Table.cell(Evidence.word(row.misconception().symptom())),
              Table.verdict(row.asExpected(), row.killed() ? "killed" : "harmless", "survives"),
              Table.cell(
                  row.after().entrySet().stream()
                      .map(by -> by.getKey().title() + " after " + by.getValue())
                      .collect(Collectors.joining(", ")))));
    }
    return table.element();
  }
}
