package org.gradus.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.gradus.cli.prove.Checked;
import org.gradus.tensor.op.Operation;

/**
 * The lines that {@code gradus check} and {@code gradus prove} print: operations down, oracles
 * across.
 */
final class CheckTable {
  private static final int LEAST_WIDTH = 7;

  private static final List<Oracle> ORACLES =
      Oracle.ofOperations().stream().filter(oracle -> !oracle.isLaw()).toList();

  private final int width;

  CheckTable(List<Operation> operations) {
    width =
        Stream.concat(Stream.of("operation"), operations.stream().map(Operation::id))
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  String head() {
    return left("operation")
        + ORACLES.stream()
            .map(oracle -> right(oracle, oracle.title()))
            .collect(Collectors.joining())
        + "    cases  numbers  sensitivity";
  }

  String line(Checked checked) {
    Report report = checked.report();
    return left(checked.operation().id())
        + ORACLES.stream()
            .map(oracle -> right(oracle, worst(report, oracle)))
            .collect(Collectors.joining())
        + String.format(
            Locale.ROOT,
            "  %7d  %7d  %11s%s",
            checked.cases(),
            report.numbers(),
            number(report.sensitivity()),
            checked.passed() ? "" : "  FAILED");
  }

  String foot(List<Checked> all, long seed) {
    long failed = all.stream().filter(checked -> !checked.passed()).count();
    return String.format(
        Locale.ROOT,
        "%s: %s, %s, %s, seed %d",
        failed == 0 ? "passed" : "FAILED " + failed + " of " + all.size(),
        count(all.size(), "operation"),
        count(all.stream().mapToLong(Checked::cases).sum(), "case"),
        count(all.stream().mapToLong(checked -> checked.report().numbers()).sum(), "number"),
        seed);
  }

  private static String count(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static String worst(Report report, Oracle oracle) {
    return report.tally(oracle).map(Tally::worstError).map(CheckTable::number).orElse("-");
  }

  private static String number(double value) {
    if (value == 0) {
      return "0";
    }
    if (Double.isInfinite(value)) {
      return "∞";
    }
    return String.format(Locale.ROOT, "%.1e", value);
  }

  private String left(String text) {
    return String.format(Locale.ROOT, "%-" + width + "s", text);
  }

  private static String right(Oracle oracle, String text) {
    return String.format(
        Locale.ROOT, "  %" + Math.max(LEAST_WIDTH, oracle.title().length()) + "s", text);
  }
}
