package org.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.check.Oracle;
import org.gradus.check.operation.Kills;
import org.gradus.cli.prove.Matrix;
import org.gradus.cli.prove.Proof;

/** The lines of the kill matrix: operations down, oracles and laws across. */
final class KillTable {
  private static final List<Oracle> ORACLES = Oracle.ofOperations();

  private final List<Proof> proofs;
  private final int width;

  KillTable(List<Proof> proofs) {
    this.proofs = proofs;
    this.width =
        Stream.concat(
                Stream.of("mistakes about"), proofs.stream().map(proof -> proof.operation().id()))
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("%-" + width + "s  made  harmless  killed").formatted("mistakes about")
            + ORACLES.stream()
                .map(oracle -> "%5d".formatted(oracle.ordinal() + 1))
                .collect(Collectors.joining()));
    for (Proof proof : proofs) {
      lines.add(line(proof.operation().id(), proof.kills()));
    }
    List<Kills> all = proofs.stream().flatMap(proof -> proof.kills().stream()).toList();
    if (proofs.size() > 1) {
      lines.add(line("all", all));
    }
    lines.add("");
    ORACLES.forEach(oracle -> lines.add(legend(oracle, all)));
    lines.add("");
    List<Kills> survivors = all.stream().filter(row -> !row.asExpected()).toList();
    lines.add(verdict(all, survivors.size()));
    for (Kills row : survivors) {
      lines.add("  " + row.operation() + ", " + row);
      lines.add("    \"" + row.misconception().sentence() + "\"");
    }
    return lines;
  }

  private String line(String name, List<Kills> rows) {
    return String.format(
            Locale.ROOT,
            "%-" + width + "s  %4d  %8d  %6d",
            name,
            rows.size(),
            Matrix.harmless(rows),
            Matrix.killed(rows))
        + ORACLES.stream()
            .map(oracle -> Matrix.by(oracle, rows))
            .map(count -> count == 0 ? "    -" : "%5d".formatted(count))
            .collect(Collectors.joining());
  }

  private static String legend(Oracle oracle, List<Kills> rows) {
    OptionalDouble after = Matrix.after(oracle, rows);
    return String.format(
        Locale.ROOT,
        "%2d %-13s kills %4d, %3d of them alone%s",
        oracle.ordinal() + 1,
        oracle.title(),
        Matrix.by(oracle, rows),
        Matrix.alone(oracle, rows),
        after.isPresent()
            ? String.format(Locale.ROOT, ", after %.1f cases", after.getAsDouble())
            : "");
  }

  private static String verdict(List<Kills> all, int survivors) {
    String counts =
        String.format(
            Locale.ROOT,
            "%,d mistakes, %,d of them harmless where they are made, for a declared reason",
            all.size(),
            Matrix.harmless(all));
    return survivors == 0
        ? "killed, each by the proof that should: " + counts
        : "NOT KILLED by the proof that should, " + survivors + ": " + counts;
  }
}
