package org.gradus.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.check.Json;
import org.gradus.cli.conform.ConformanceReport;
import org.gradus.cli.conform.ConformanceReport.Located;
import org.gradus.cli.conform.ConformanceReport.Malformed;
import org.gradus.cli.conform.ConformanceReport.Operation;
import org.gradus.cli.conform.Difference;
import org.gradus.cli.conform.Finding.Side;
import org.gradus.cli.conform.Finding.Verdict;

/** What {@code gradus conform --json} prints: one object on one line. */
final class ConformJson {

  private ConformJson() {}

  static String of(ConformanceReport report) {
    return Json.object(
        Json.member("passed", report.isPassed()),
        Json.member("cases", report.cases()),
        Json.member("numbers", report.numbers()),
        Json.member("operations", array(report.operations().stream().map(ConformJson::of))),
        Json.member("failures", array(report.failures().stream().map(ConformJson::of))),
        Json.member("malformed", array(report.malformed().stream().map(ConformJson::of))));
  }

  private static String of(Operation operation) {
    return Json.object(
        Json.member("operation", Json.text(operation.name())),
        Stream.of(Verdict.values())
            .map(verdict -> Json.member(name(verdict), operation.count(verdict)))
            .collect(Collectors.joining(", ")),
        Json.member("differing", operation.differing()),
        Json.member("reasons", texts(operation.reasons())),
        Json.member(
            "worst",
            Json.object(
                Stream.of(Side.values())
                    .filter(side -> operation.worst(side).isPresent())
                    .map(
                        side ->
                            Json.member(
                                name(side), Json.number(operation.worst(side).orElseThrow())))
                    .toArray(String[]::new))));
  }

  private static String of(Located failure) {
    return Json.object(
        Json.member("file", Json.text(failure.file())),
        Json.member("line", failure.line()),
        Json.member("id", Json.text(failure.finding().id())),
        Json.member("operation", Json.text(failure.finding().op())),
        Json.member(
            "differences", array(failure.finding().differences().stream().map(ConformJson::of))));
  }

  private static String of(Malformed one) {
    return Json.object(
        Json.member("file", Json.text(one.file())),
        Json.member("line", one.line()),
        Json.member("message", Json.text(one.message())));
  }

  private static String of(Difference difference) {
    String part = Json.member("part", Json.text(difference.part()));
    if (difference instanceof Difference.OfNumbers n) {
      return Json.object(
          part,
          Json.member("position", Arrays.toString(n.position())),
          Json.member("expected", Json.number(n.expected())),
          Json.member("actual", Json.number(n.actual())),
          Json.member("error", Json.number(n.error())),
          Json.member("allowed", Json.number(n.allowed())));
    }
    if (difference instanceof Difference.OfShapes s) {
      return Json.object(
          part,
          Json.member("expectedShape", Arrays.toString(s.expected())),
          Json.member("actualShape", Arrays.toString(s.actual())));
    }
    if (difference instanceof Difference.OfPresence p) {
      return Json.object(part, Json.member("isExpected", p.isExpected()));
    }
    if (difference instanceof Difference.Refusal r) {
      return Json.object(part, Json.member("refused", Json.text(r.message())));
    }
    throw new IllegalStateException("a difference of an unknown kind: " + difference);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String texts(Collection<String> texts) {
    return array(texts.stream().map(Json::text));
  }

  private static String array(Stream<String> values) {
    return Json.array(values);
  }
}
