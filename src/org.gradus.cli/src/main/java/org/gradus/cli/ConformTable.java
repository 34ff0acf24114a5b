package org.gradus.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gradus.cli.conform.ConformanceReport;
import org.gradus.cli.conform.ConformanceReport.Located;
import org.gradus.cli.conform.ConformanceReport.Malformed;
import org.gradus.cli.conform.ConformanceReport.Operation;
import org.gradus.cli.conform.Difference;
import org.gradus.cli.conform.Finding.Side;
import org.gradus.cli.conform.Finding.Verdict;

/** What {@code gradus conform} prints: a line for each operation, and what went wrong in words. */
final class ConformTable {

  /** Failures told in words; the table counts them all. */
  private static final int SHOWN = 10;

  private final ConformanceReport report;
  private final int width;

  ConformTable(ConformanceReport report) {
    this.report = report;
    width =
        Stream.concat(Stream.of("operation"), report.operations().stream().map(Operation::name))
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  /** The table and its foot. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        row("operation", "value", "gradient", "2nd order")
            + "  passed  failed  unsupported  dependent");
    report.operations().forEach(operation -> lines.add(line(operation)));
    lines.add(foot());
    for (Operation operation : report.operations()) {
      for (String reason : operation.reasons()) {
        lines.add("unsupported: %s: %s".formatted(operation.name(), reason));
      }
    }
    return lines;
  }

  /** What went wrong, in words: the first failures, and the first lines that are no cases. */
  List<String> complaints() {
    List<String> lines = new ArrayList<>();
    report.failures().stream().limit(SHOWN).forEach(failure -> lines.add(words(failure)));
    if (report.failures().size() > SHOWN) {
      lines.add("and %d more cases failed".formatted(report.failures().size() - SHOWN));
    }
    report.malformed().stream().limit(SHOWN).forEach(one -> lines.add(words(one)));
    if (report.malformed().size() > SHOWN) {
      lines.add("and %d more lines are no cases".formatted(report.malformed().size() - SHOWN));
    }
    return lines;
  }

  private String line(Operation operation) {
    return row(
            operation.name(),
            worst(operation, Side.VALUE),
            worst(operation, Side.GRADIENT),
            worst(operation, Side.SECOND_ORDER))
        + String.format(
            Locale.ROOT,
            "  %6d  %6d  %11d  %9d",
            operation.count(Verdict.PASSED),
            operation.count(Verdict.FAILED),
            operation.count(Verdict.UNSUPPORTED),
            operation.count(Verdict.DEPENDENT));
  }

  private String foot() {
    int failed = report.count(Verdict.FAILED);
    String end =
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d cases passed, %d operations, %,d numbers; %d unsupported;"
                + " %d implementation-dependent, %d of which differ",
            report.isPassed() ? "passed" : failed == 0 ? "INCOMPLETE" : "FAILED " + failed,
            report.count(Verdict.PASSED),
            report.cases(),
            report.operations().size(),
            report.numbers(),
            report.count(Verdict.UNSUPPORTED),
            report.count(Verdict.DEPENDENT),
            report.differing());
    int malformed = report.malformed().size();
    return malformed == 0 ? end : end + "; " + malformed + " malformed";
  }

  private String row(String name, String value, String gradient, String second) {
    return String.format(
        Locale.ROOT, "%-" + width + "s  %8s  %8s  %9s", name, value, gradient, second);
  }

  private static String worst(Operation operation, Side side) {
    OptionalDouble error = operation.worst(side);
    return error.isPresent() ? Numerals.error(error.getAsDouble()) : "-";
  }

  private static String words(Malformed one) {
    return one.line() == 0
        ? "%s: %s".formatted(one.file(), one.message())
        : "%s, line %d: %s".formatted(one.file(), one.line(), one.message());
  }

  private static String words(Located failure) {
    StringBuilder text =
        new StringBuilder(
            "%s, line %d of %s".formatted(failure.finding().id(), failure.line(), failure.file()));
    failure.finding().differences().forEach(one -> text.append("\n  ").append(words(one)));
    return text.toString();
  }

  private static String words(Difference difference) {
    if (difference instanceof Difference.OfNumbers n) {
      return """
          %s differs%s
              expected        %s
              actual          %s
              relative error  %s, allowed %s"""
          .formatted(
              n.part(),
              n.position().length == 0 ? "" : " at " + Arrays.toString(n.position()),
              number(n.expected()),
              number(n.actual()),
              Numerals.error(n.error()),
              Numerals.error(n.allowed()));
    }
    if (difference instanceof Difference.OfShapes s) {
      return "%s has another shape\n    expected  %s\n    actual    %s"
          .formatted(s.part(), Arrays.toString(s.expected()), Arrays.toString(s.actual()));
    }
    if (difference instanceof Difference.OfPresence p) {
      return p.isExpected()
          ? p.part() + " is missing"
          : p.part() + " is there, and none is expected";
    }
    if (difference instanceof Difference.Refusal r) {
      return "%s was refused\n    %s".formatted(r.part(), r.message().replace("\n", "\n    "));
    }
    throw new IllegalStateException("a difference of an unknown kind: " + difference);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Numerals.exact(value) : String.valueOf(value);
  }
}
