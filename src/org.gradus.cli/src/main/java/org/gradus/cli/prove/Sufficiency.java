package org.gradus.cli.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.check.operation.Vacuity;
import org.gradus.check.operation.Vacuity.Aspect;
import org.gradus.check.operation.Vacuity.Measure;
import org.gradus.study.Element;

/** How much the cases of each operation can show, as the report shows it. */
final class Sufficiency {
  private static final List<Aspect> NUMBERS =
      List.of(Aspect.SIGNAL, Aspect.SENSITIVITY, Aspect.COTANGENT, Aspect.VALUE);

  private Sufficiency() {}

  static Element table(List<Proof> proofs) {
    Table table =
        Table.of(
            "What the cases of each operation can show",
            List.of(
                "operation",
                "verdict",
                "entries that show 1e-9",
                "sensitivity",
                "cotangents not constant",
                "values that differ",
                "kinds of shapes",
                "rarest of them",
                "options, with values",
                "ten times the sensitivity"));
    proofs.forEach(proof -> table.add(row(proof.vacuity())));
    return table.element();
  }

  private static List<Element> row(Vacuity vacuity) {
    boolean enough = vacuity.lacking().isEmpty();
    List<Element> cells = new ArrayList<>();
    cells.add(Table.head(Element.of("span", vacuity.operation())));
    cells.add(Table.verdict(enough, enough ? "✓ enough" : "✗ too little"));
    for (Aspect aspect : NUMBERS) {
      cells.add(Table.number(text(of(vacuity, aspect).map(Measure::text))));
    }
    cells.add(Table.count(of(vacuity, Aspect.SHAPE).count()));
    cells.add(Table.cell(rarest(vacuity)));
    cells.add(
        Table.cell(
            text(of(vacuity, Aspect.OPTION).map(option -> option.of() + " " + option.text()))));
    cells.add(
        Table.cell(
            of(vacuity, Aspect.SELF_TEST).allMatch(Measure::isEnough) ? "caught" : "unnoticed"));
    return cells;
  }

  private static String rarest(Vacuity vacuity) {
    return text(
        of(vacuity, Aspect.SHAPE)
            .min(Comparator.comparingDouble(Measure::measured))
            .map(rarest -> rarest.of() + ": " + rarest.text())
            .stream());
  }

  private static Stream<Measure> of(Vacuity vacuity, Aspect aspect) {
    return vacuity.measures().stream().filter(measure -> measure.aspect() == aspect);
  }

  private static String text(Stream<String> texts) {
    String text = texts.collect(Collectors.joining(", "));
    return text.isEmpty() ? "–" : text;
  }
}
