package org.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradus.check.operation.SmallScope.Outcome;
import org.gradus.cli.prove.Proof;
import org.gradus.cli.prove.Scope;

/** The lines that say how many small cases of each operation were walked through. */
final class ScopeTable {
  private final List<Proof> proofs;
  private final Scope total;
  private final int width;

  ScopeTable(List<Proof> proofs, Scope total) {
    this.proofs = proofs;
    this.total = total;
    this.width =
        Stream.concat(
                Stream.of("small cases of"), proofs.stream().map(proof -> proof.operation().id()))
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("small cases of", "structures", "scope   ", "requests", "numbers"));
    for (Proof proof : proofs) {
      proof.small().ifPresent(outcome -> lines.add(line(proof, outcome)));
    }
    if (proofs.size() > 1) {
      lines.add(
          line(
              "all",
              grouped(total.structures()),
              "        ",
              grouped(total.requests()),
              grouped(total.numbers())));
    }
    lines.add(total.toString());
    for (Proof proof : proofs) {
      if (!proof.isRightInSmall()) {
        proof.small().ifPresent(outcome -> lines.add("\n" + outcome.report()));
      }
    }
    return lines;
  }

  private String line(Proof proof, Outcome outcome) {
    return line(
            proof.operation().id(),
            grouped(outcome.structures()),
            outcome.complete() ? "complete" : "bounded ",
            grouped(outcome.requests()),
            grouped(outcome.report().numbers()))
        + (proof.isRightInSmall() ? "" : "  FAILED");
  }

  private String line(
      String name, String structures, String scope, String requests, String numbers) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s  %10s  %s  %10s  %11s",
        name,
        structures,
        scope,
        requests,
        numbers);
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
