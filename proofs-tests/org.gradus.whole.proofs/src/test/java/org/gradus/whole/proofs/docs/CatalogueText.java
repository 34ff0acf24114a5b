package org.gradus.whole.proofs.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.check.operation.SingularityCheck;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;

/** The tables of the catalogue, as the docs show them. */
final class CatalogueText {

  private static final String GAP = "  ";

  private CatalogueText() {}

  /** All operations: id, formula and reverse rule. */
  static String operations() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("operation", "formula", "reverse rule"));
    for (Operation operation : Catalogue.operations()) {
      rows.add(List.of(operation.id(), operation.formula(), operation.rule()));
    }
    return table(rows);
  }

  /** All kinks: operation, point, distances to it, declared gradient, its standing and reason. */
  static String kinks() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("operation", "where", "distance", "gradient", "standing", "reason"));
    for (Operation operation : Catalogue.operations()) {
      for (Kink kink : operation.kinks()) {
        rows.add(
            List.of(
                operation.id(),
                plain(kink.where()),
                distances(kink),
                gradient(kink),
                kink.standing().word(),
                kink.reason()));
      }
    }
    return table(rows);
  }

  private static String distances(Kink kink) {
    return SingularityCheck.distances(kink).stream()
        .map(distance -> plain(distance.name()) + (distance.oneSided() ? " ≥ 0" : ""))
        .collect(Collectors.joining(", "));
  }

  private static String gradient(Kink kink) {
    return kink.gradients().stream()
        .flatMapToDouble(gradient -> Arrays.stream(gradient.toArray()))
        .mapToObj(CatalogueText::number)
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    String sign = value < 0 ? "−" : "";
    return sign + plain("" + Math.abs(value)).replace("Infinity", "∞");
  }

  /** Whole numbers without a fraction. */
  private static String plain(String text) {
    return text.replaceAll("\\.0\\b", "").replace("-", "−");
  }

  private static String table(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(row -> line(row, widths).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int... widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - width(row.get(i))))
        .collect(Collectors.joining(GAP));
  }

  /** Columns that a text takes: a combining mark takes none. */
  private static int width(String text) {
    return (int)
        text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }
}
