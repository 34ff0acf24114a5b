package org.gradus.cli.prove;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.gradus.study.Element;

/** What came of a recorded run that broke the code in one place at a time. */
// [impl->cli~prove-report~1]
final class Mutations {

  private Mutations() {}

  /** The figures of every package, and every mutant that survives with the reason why it may. */
  static List<Element> elements(Optional<JsonObject> recorded) {
    if (recorded.isEmpty()) {
      return List.of(Sheets.paragraph("Mutation testing has not been recorded."));
    }
    return List.of(packages(recorded.get()), survivors(recorded.get()));
  }

  private static Element packages(JsonObject found) {
    Table table =
        Table.of(
            "Breaks of the code that the proofs notice, measured on %s by %s"
                .formatted(text(found, "date"), text(found, "command")),
            List.of("package", "mutants", "killed", "of these timed out", "share killed"));
    for (JsonObject one : objects(found, "packages")) {
      table.add(
          row(
              text(one, "package"),
              count(one, "mutants"),
              count(one, "killed"),
              count(one, "timedOut")));
    }
    table.add(row("all", sum(found, "mutants"), sum(found, "killed"), sum(found, "timedOut")));
    return table.element();
  }

  private static List<Element> row(String name, long mutants, long killed, long timedOut) {
    return List.of(
        Table.head(Element.of("span", name)),
        Table.count(mutants),
        Table.count(killed),
        Table.count(timedOut),
        Table.number(String.format(Locale.ROOT, "%.1f %%", 100.0 * killed / mutants)));
  }

  private static Element survivors(JsonObject found) {
    Table table =
        Table.of(
            "Mutants that survive, and why they may",
            List.of("class", "method", "mutator", "line", "code", "reason"));
    for (JsonObject one : objects(found, "survivors")) {
      table.add(
          List.of(
              Table.head(Element.of("span", text(one, "class"))),
              Table.cell(text(one, "method")),
              Table.cell(text(one, "mutator")),
              Table.count(count(one, "line")),
              Element.of("td", List.of(Element.of("code", text(one, "code")))),
              Table.cell(text(one, "reason"))));
    }
    return table.element();
  }

  private static List<JsonObject> objects(JsonObject json, String member) {
    return StreamSupport.stream(json.getAsJsonArray(member).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static long sum(JsonObject found, String member) {
    return objects(found, "packages").stream().mapToLong(one -> count(one, member)).sum();
  }

  private static long count(JsonObject json, String member) {
    return json.get(member).getAsLong();
  }

  private static String text(JsonObject json, String member) {
    return json.get(member).getAsString();
  }
}
