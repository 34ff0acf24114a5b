package org.gradus.cli.prove;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.gradus.check.operation.CommonMisconceptions;
import org.gradus.check.operation.Kills;
import org.gradus.check.operation.Vacuity;
import org.gradus.cli.prove.PublishedRule.Judged;
import org.gradus.cli.prove.PublishedRule.Standing;
import org.gradus.cli.prove.Sheets.Figure;
import org.gradus.study.Element;
import org.gradus.study.Page;
import org.gradus.tensor.op.Misconception;

/** The page that shows what a run has proven, and how sharply. */
// [impl->cli~prove-report~1]
final class ReportPage {
  private static final List<Oracle> ORACLES = Oracle.ofOperations();

  private final Run run;
  private final ProjectFiles files;
  private final Path folder;

  /**
   * Page of a run.
   *
   * @param files the files of the project, to link to
   * @param folder where the page will lie
   */
  ReportPage(Run run, ProjectFiles files, Path folder) {
    this.run = run;
    this.files = files;
    this.folder = folder;
  }

  Page page() {
    Page page =
        Sheets.page("What has been proven, and how sharply")
            .withElement(
                Sheets.paragraph(
                    "Every operation is held against oracles that share no code with it, and every"
                        + " known mistake about it is made on purpose: the proof that looks where"
                        + " it shows must object. Each number on this page was measured, in this"
                        + " run unless a date says otherwise."))
            .withElement(Sheets.paragraph(Sheets.origin(run)))
            .withElement(contents())
            .withElement(Sheets.figures(figures()))
            .withElement(Sheets.heading("oracles", "Operations and oracles"))
            .withElement(
                Sheets.paragraph(
                    "A number is the worst relative error that an oracle has seen; a dash stands"
                        + " where it had nothing to compare. Sensitivity is the largest relative"
                        + " error of the rule that could have gone unnoticed."))
            .withElement(oracles())
            .withElement(Sheets.heading("vacuity", "Cases that can fail"))
            .withElement(
                Sheets.paragraph(
                    "A proof over cases in which a wrong rule would pass proves nothing: so the"
                        + " cases are measured too, %s of each operation."
                            .formatted(Table.grouped(Vacuity.DRAWS))))
            .withElement(Sufficiency.table(run.proofs()));
    if (run.plan().mistakes()) {
      page =
          page.withElement(Sheets.heading("mistakes", "Mistakes made on purpose"))
              .withElement(
                  Sheets.paragraph(
                      "A number says how many of the mistakes about an operation an oracle or law"
                          + " has caught. A harmless mistake changes nothing, for a declared"
                          + " reason."))
              .withElement(matrix())
              .withElement(byOracle())
              .withElement(survivors())
              .withElement(common());
    }
    for (Element element : sections()) {
      page = page.withElement(element);
    }
    return page;
  }

  private List<Element> sections() {
    List<Element> sections = new ArrayList<>();
    if (!run.laws().isEmpty()) {
      sections.add(Sheets.heading("laws", "Engine and optimizers"));
      sections.addAll(LawSection.elements(run.laws()));
    }
    sections.add(Sheets.heading("small", "Every small case"));
    sections.addAll(ScopeSection.elements(run));
    sections.add(Sheets.heading("singularities", "Singularities and degrees"));
    sections.addAll(Singularities.elements(run.proofs()));
    sections.add(Sheets.heading("longer", "Longer runs"));
    sections.add(falseAlarms());
    sections.addAll(Mutations.elements(run.recorded().mutations()));
    sections.add(Sheets.heading("operations", "Operation by operation"));
    OperationArticle article = new OperationArticle(files, folder);
    run.proofs().forEach(proof -> sections.add(article.of(proof)));
    return sections;
  }

  private Element contents() {
    List<Element> links = new ArrayList<>();
    links.add(Element.link("#oracles", "Operations and oracles"));
    links.add(Element.link("#vacuity", "Cases that can fail"));
    if (run.plan().mistakes()) {
      links.add(Element.link("#mistakes", "Mistakes made on purpose"));
    }
    if (!run.laws().isEmpty()) {
      links.add(Element.link("#laws", "Engine and optimizers"));
    }
    links.add(Element.link("#small", "Every small case"));
    links.add(Element.link("#singularities", "Singularities and degrees"));
    links.add(Element.link("#longer", "Longer runs"));
    links.add(Element.link("#operations", "Operation by operation"));
    links.add(Element.link("comparison.html", "The same rules before three suites"));
    links.add(Element.link("evidence.json", "All of it as JSON"));
    return Element.of("nav", links);
  }

  private List<Figure> figures() {
    List<Report> reports = run.proofs().stream().map(proof -> proof.checked().report()).toList();
    long failed = run.proofs().stream().filter(proof -> !proof.checked().passed()).count();
    double worst =
        reports.stream()
            .flatMap(report -> report.tally(Oracle.FORWARD_MODE).stream())
            .mapToDouble(Tally::worstError)
            .max()
            .orElse(0);
    double sensitivity = reports.stream().mapToDouble(Report::sensitivity).max().orElse(0);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "operations that are right",
            "%d of %d".formatted(run.proofs().size() - failed, run.proofs().size()),
            failed == 0));
    figures.add(
        new Figure(
            "numbers compared",
            Table.grouped(reports.stream().mapToLong(Report::numbers).sum()),
            true));
    figures.add(new Figure("worst error by forward mode", Table.error(worst), true));
    figures.add(new Figure("largest error unnoticed", Table.error(sensitivity), true));
    if (run.plan().mistakes()) {
      List<Kills> all = run.kills();
      figures.add(
          new Figure("mistakes killed", killed(all), all.stream().allMatch(Kills::asExpected)));
    }
    run.scope()
        .ifPresent(
            scope ->
                figures.add(
                    new Figure(
                        "small cases, every one right",
                        Table.grouped(scope.structures()),
                        run.proofs().stream().allMatch(Proof::isRightInSmall))));
    List<Judged> wrong =
        run.published().stream()
            .filter(judged -> judged.published().standing() == Standing.WRONG)
            .toList();
    long caught = wrong.stream().filter(Judged::isRight).count();
    figures.add(
        new Figure(
            "published mistakes caught",
            "%d of %d".formatted(caught, wrong.size()),
            caught == wrong.size()));
    return figures;
  }

  private Element oracles() {
    List<Oracle> numeric = ORACLES.stream().filter(this::hasCompared).toList();
    Table table =
        Table.of(
            "Worst relative error by operation and oracle",
            Stream.of(
                    Stream.of("operation", "verdict", "sensitivity", "mistakes killed"),
                    numeric.stream().map(Oracle::title),
                    Stream.of("cases", "numbers"))
                .flatMap(titles -> titles)
                .toList());
    for (Proof proof : run.proofs()) {
      Report report = proof.checked().report();
      List<Element> cells = new ArrayList<>();
      cells.add(OperationArticle.name(proof));
      cells.add(Table.verdict(proof.checked().passed(), "right", "wrong"));
      cells.add(Table.number(Table.error(report.sensitivity())));
      cells.add(Table.number(killed(proof.kills())));
      for (Oracle oracle : numeric) {
        cells.add(
            Table.number(
                report.tally(oracle).map(tally -> Table.error(tally.worstError())).orElse("–")));
      }
      cells.add(Table.count(proof.checked().cases()));
      cells.add(Table.count(report.numbers()));
      table.add(cells);
    }
    return table.wide();
  }

  /** Whether an oracle, which is no law, was asked about any of the operations. */
  private boolean hasCompared(Oracle oracle) {
    return !oracle.isLaw()
        && run.proofs().stream()
            .anyMatch(proof -> proof.checked().report().tally(oracle).isPresent());
  }

  /** Those killed as they should be, of those that are not harmless. */
  private static String killed(List<Kills> rows) {
    long harmful = rows.size() - Matrix.harmless(rows);
    long survivors = rows.stream().filter(row -> !row.asExpected()).count();
    return rows.isEmpty()
        ? "–"
        : "%s of %s".formatted(Table.grouped(harmful - survivors), Table.grouped(harmful));
  }

  private Element matrix() {
    Table table =
        Table.of(
            "Mistakes caught, by operation and by oracle or law",
            Stream.of(
                    Stream.of("operation", "made", "harmless", "killed"),
                    ORACLES.stream().map(Oracle::title))
                .flatMap(titles -> titles)
                .toList());
    for (Proof proof : run.proofs()) {
      table.add(row(OperationArticle.name(proof), proof.kills()));
    }
    table.add(row(Table.head(Element.of("span", "all")), run.kills()));
    return table.wide();
  }

  private static List<Element> row(Element name, List<Kills> rows) {
    List<Element> cells = new ArrayList<>();
    cells.add(name);
    cells.add(Table.count(rows.size()));
    cells.add(Table.count(Matrix.harmless(rows)));
    cells.add(Table.count(Matrix.killed(rows)));
    for (Oracle oracle : ORACLES) {
      cells.add(Table.shaded(Matrix.by(oracle, rows), rows.size()));
    }
    return cells;
  }

  private Element byOracle() {
    Table table =
        Table.of(
            "What each oracle and law is worth",
            List.of(
                "oracle or law", "tolerance", "kills", "alone", "cases until then, on average"));
    for (Oracle oracle : ORACLES) {
      table.add(
          List.of(
              Table.head(Element.of("span", oracle.title())),
              Table.number(Table.error(oracle.tolerance())),
              Table.count(Matrix.by(oracle, run.kills())),
              Table.count(Matrix.alone(oracle, run.kills())),
              Table.number(
                  Matrix.after(oracle, run.kills()).stream()
                      .mapToObj(after -> String.format(Locale.ROOT, "%.1f", after))
                      .findFirst()
                      .orElse("–"))));
    }
    return table.element();
  }

  private Element survivors() {
    List<Kills> survivors = run.kills().stream().filter(row -> !row.asExpected()).toList();
    if (survivors.isEmpty()) {
      return Sheets.paragraph("No mistake survives the proof that should catch it.");
    }
    Table table =
        Table.of(
            "Mistakes that the proof that should did not catch",
            List.of("operation", "mistake and who objects", "what a teacher says"));
    survivors.forEach(
        row -> table.add(row.operation(), row.toString(), row.misconception().sentence()));
    return table.element();
  }

  private Element common() {
    Table table =
        Table.of(
            "Mistakes that fit every operation",
            List.of("mistake", "what a teacher says", "made about", "harmless in", "killed in"));
    for (Misconception mistake : CommonMisconceptions.all()) {
      List<Kills> rows =
          run.kills().stream().filter(row -> row.misconception().equals(mistake)).toList();
      table.add(
          List.of(
              Table.head(Element.of("span", mistake.name())),
              Table.cell(mistake.sentence()),
              Table.count(rows.size()),
              Table.count(Matrix.harmless(rows)),
              Table.count(Matrix.killed(rows))));
    }
    return table.element();
  }

  private Element falseAlarms() {
    return Sheets.paragraph(
        run.recorded()
            .falseAlarms()
            .map(
                found ->
                    "False alarms, measured on %s by %s: %s."
                        .formatted(
                            text(found, "date"), text(found, "command"), text(found, "summary")))
            .orElse("False alarms have not been recorded."));
  }

  private static String text(JsonObject json, String member) {
    return json.get(member).getAsString();
  }
}
