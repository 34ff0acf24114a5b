package org.gradus.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.gradus.check.LeastSquares;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.study.Page;

/**
 * What a lesson has shown, for the terminal and for the page.
 *
 * @param problem what was to be learned
 * @param settings how it was trained
 * @param squares the closed form of the problem
 * @param path the path of the coefficients
 * @param reports the check of each operation that a gradient went through
 * @param cases the cases of each check, a count
 */
record Outcome(
    Problem problem,
    Settings settings,
    LeastSquares squares,
    Trajectory path,
    List<Report> reports,
    int cases) {

  private static final String LAW = "w* + (I - eta H)^t (w0 - w*)";

  /** Returns where the descent ends in closed form, as it sees the features. */
  double[] closed() {
    return squares.limit(problem.start());
  }

  /** Tells whether every check agreed. */
  boolean agrees() {
    return path.agrees() && reports.stream().allMatch(Report::passed);
  }

  /** Prints all but the losses. */
  void print(PrintWriter out) {
    out.println();
    coefficients().forEach(out::println);
    out.println();
    facts().forEach((name, value) -> out.printf("%s: %s%n", name, value));
    if (!problem.note().isEmpty()) {
      out.printf("%n%s%n", problem.note());
    }
    out.printf(
        "%nGradients of the operations used, against oracles that share no code with them%n");
    checks().forEach(out::println);
  }

  /** Returns the page that shows the pictures and all numbers. */
  Page page() {
    Map<String, String> result = new LinkedHashMap<>();
    double[] fitted = problem.inUnits(path.last().w());
    double[] exact = problem.inUnits(closed());
    for (int j = 0; j < fitted.length; j++) {
      result.put(
          problem.coefficients().get(j),
          "%s (least squares %s)".formatted(Numerals.shown(fitted[j]), Numerals.shown(exact[j])));
    }
    result.putAll(facts());
    Map<String, String> run = new LinkedHashMap<>();
    run.put("rows", String.valueOf(problem.count()));
    run.put("features", String.join(", ", problem.features()));
    run.put("learning rate", String.valueOf(settings.learningRate()));
    run.put("epochs", String.valueOf(settings.epochs()));
    run.put("rows of a batch", String.valueOf(settings.batch()));
    run.put("seed", String.valueOf(settings.seed()));
    Map<String, String> checks = new LinkedHashMap<>();
    reports.forEach(report -> checks.put(report.subject(), verdict(report)));
    Page page = Page.of("Gradient descent on " + problem.target()).withText(problem.title());
    return (problem.note().isEmpty() ? page : page.withText(problem.note()))
        .withFigure("fit.gif", "The fit after each step", "The fit closing in, step by step.")
        .withFigure(
            "loss.png", "The loss after each step", "The loss on all rows, and the least there is.")
        .withFigure("fit.png", "The fit after the last step", "The last fit beside least squares.")
        .withTable("The result, in the units of the data", result)
        .withTable("The run; trajectory.csv holds each step", run)
        .withTable(
            "Gradients of the operations used, against oracles that share no code with them",
            checks);
  }

  /** One line a coefficient, in the units of the data. */
  private List<String> coefficients() {
    double[] fitted = problem.inUnits(path.last().w());
    double[] exact = problem.inUnits(closed());
    List<String> names = problem.coefficients();
    int width = Math.max(11, names.stream().mapToInt(String::length).max().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add(
        ("%-" + width + "s  %14s  %14s").formatted("coefficient", "descent", "least squares"));
    for (int j = 0; j < fitted.length; j++) {
      lines.add(
          ("%-" + width + "s  %14s  %14s")
              .formatted(names.get(j), Numerals.shown(fitted[j]), Numerals.shown(exact[j])));
    }
    return lines;
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "distance between them",
        Numerals.error(Trajectory.distance(path.last().w(), closed()))
            + (problem.standardizer().isPresent() ? ", features standardized" : ""));
    facts.put("loss", Numerals.shown(path.last().loss()));
    facts.put("least loss there is", Numerals.shown(squares.meanSquaredError()));
    facts.put("largest curvature lambda_max", Numerals.shown(squares.largestEigenvalue()));
    facts.put(
        "bound of the learning rate, 2/lambda_max", Numerals.shown(squares.learningRateBound()));
    if (!squares.hasFullRank()) {
      facts.put(
          "rank of the columns",
          "%d of %d, so least squares has many solutions; this one is nearest to the start"
              .formatted(squares.rank(), problem.start().length));
    }
    if (path.isClosed()) {
      facts.put("slowest direction, share of an error left by a step", Numerals.shown(slowest()));
      facts.put(
          "largest distance of a step to " + LAW,
          Numerals.error(path.worst()) + (path.agrees() ? ", ok" : ", FAILED"));
    }
    return facts;
  }

  /** Returns the largest |1 - ηλ| of the directions that the descent moves in. */
  private double slowest() {
    return DoubleStream.of(squares.eigenvalues())
        .filter(lambda -> lambda > 0)
        .map(lambda -> Math.abs(1 - settings.learningRate() * lambda))
        .max()
        .orElse(1);
  }

  /** A head, and one line an operation: cases, the worst error of each oracle, the verdict. */
  private List<String> checks() {
    List<Oracle> oracles = oracles();
    List<String> lines = new ArrayList<>();
    String titles = oracles.stream().map(o -> pad(o.title())).collect(Collectors.joining());
    lines.add(
        "%-12s %5s  %7s  %s".formatted("operation", "cases", "numbers", titles).stripTrailing());
    for (Report report : reports) {
      String errors =
          oracles.stream().map(o -> pad(error(report, o))).collect(Collectors.joining());
      lines.add(
          "%-12s %5d  %7d  %s%s"
              .formatted(report.subject(), cases, report.numbers(), errors, word(report)));
    }
    return lines;
  }

  private String verdict(Report report) {
    String errors =
        oracles().stream()
            .filter(oracle -> report.tally(oracle).isPresent())
            .map(oracle -> oracle.title() + " " + error(report, oracle))
            .collect(Collectors.joining(", "));
    return "%s; %d cases, %d numbers; worst error: %s"
        .formatted(word(report), cases, report.numbers(), errors);
  }

  private List<Oracle> oracles() {
    return Oracle.ofOperations().stream()
        .filter(oracle -> reports.stream().anyMatch(r -> r.tally(oracle).isPresent()))
        .toList();
  }

  private static String error(Report report, Oracle oracle) {
    return report.tally(oracle).map(tally -> Numerals.error(tally.worstError())).orElse("-");
  }

  private static String word(Report report) {
    return report.passed() ? "ok" : "FAILED";
  }

  private static String pad(String text) {
    return "%-14s".formatted(text);
  }
}
