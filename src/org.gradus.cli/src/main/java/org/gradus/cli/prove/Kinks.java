package org.gradus.cli.prove;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.study.Element;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;

/** The points without a derivative, as the report shows them. */
final class Kinks {

  private Kinks() {}

  static Element table(Operation operation) {
    Table table =
        Table.of("Where it has no derivative", List.of("where", "declared gradient", "reason"));
    for (Kink kink : operation.kinks()) {
      table.add(kink.where(), gradients(kink), kink.reason());
    }
    return table.element();
  }

  private static String gradients(Kink kink) {
    return kink.gradients().stream()
        .flatMapToDouble(gradient -> Arrays.stream(gradient.toArray()))
        .mapToObj(
            value ->
                (value + "").replaceAll("\\.0$", "").replace("-", "−").replace("Infinity", "∞"))
        .collect(Collectors.joining(", "));
  }
}
