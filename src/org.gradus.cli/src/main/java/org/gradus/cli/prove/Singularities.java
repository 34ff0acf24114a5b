package org.gradus.cli.prove;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.check.operation.SingularityCheck;
import org.gradus.study.Element;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;

/** The points without a derivative and the degrees of polynomials, as the report shows them. */
final class Singularities {

  private Singularities() {}

  static List<Element> elements(List<Proof> proofs) {
    return List.of(
        Sheets.paragraph(
            "An operation declares the signed distance to each of its singularities; cases keep away"
                + " from them, and at them the declared gradient is met exactly. At a kink it lies"
                + " between the derivatives around, at a pole or border it is their limit, and a"
                + " convention is at odds with both. The degree is no less than that of the"
                + " polynomial that an operation is, or is between its kinks; it is read from the"
                + " definition."),
        Table.folded("Distances, declared gradients and degrees", overview(proofs)));
  }

  private static Table overview(List<Proof> proofs) {
    Table table =
        Table.of(
            "Singularities and degree of each operation",
            List.of("operation", "degree", "where", "distance", "kind", "gradient"));
    for (Proof proof : proofs) {
      List<Kink> kinks = proof.operation().kinks();
      if (kinks.isEmpty()) {
        table.add(
            List.of(
                OperationArticle.name(proof),
                Table.number(proof.degree().toString()),
                Table.cell("nowhere"),
                Table.cell("–"),
                Table.cell("–"),
                Table.cell("–")));
      }
      for (Kink kink : kinks) {
        table.add(
            List.of(
                OperationArticle.name(proof),
                Table.number(proof.degree().toString()),
                Table.cell(plain(kink.where())),
                Table.cell(distances(kink)),
                Table.cell(kind(kink)),
                Table.cell(gradients(kink))));
      }
    }
    return table;
  }

  static Element table(Operation operation) {
    Table table =
        Table.of(
            "Where it has no derivative",
            List.of("where", "distance", "kind", "declared gradient", "reason"));
    for (Kink kink : operation.kinks()) {
      table.add(plain(kink.where()), distances(kink), kind(kink), gradients(kink), kink.reason());
    }
    return table.element();
  }

  /** What a point without a derivative is called: a kink, a pole, a border or a convention. */
  static String kind(Kink kink) {
    return switch (kink.standing()) {
      case SUBGRADIENT -> "kink";
      case LIMIT ->
          SingularityCheck.distances(kink).stream().anyMatch(Distance::oneSided)
              ? "border"
              : "pole";
      case CONVENTION -> "convention";
    };
  }

  private static String distances(Kink kink) {
    String distances =
        SingularityCheck.distances(kink).stream()
            .map(distance -> plain(distance.name()) + (distance.oneSided() ? " ≥ 0" : ""))
            .collect(Collectors.joining(", "));
    return distances.isEmpty() ? "–" : distances;
  }

  private static String gradients(Kink kink) {
    return kink.gradients().stream()
        .flatMapToDouble(gradient -> Arrays.stream(gradient.toArray()))
        .mapToObj(value -> plain(value + ""))
        .collect(Collectors.joining(", "));
  }

  private static String plain(String text) {
    return text.replaceAll("\\.0\\b", "").replace("-", "−").replace("Infinity", "∞");
  }
}
