package org.gradus.cli.prove;

import java.util.List;
import java.util.stream.Collectors;
import org.gradus.check.Oracle;
import org.gradus.cli.prove.PublishedRule.Judged;
import org.gradus.cli.prove.PublishedRule.Standing;
import org.gradus.cli.prove.Sheets.Figure;
import org.gradus.study.Element;
import org.gradus.study.Page;

/** The page that holds other suites and this one against the same rules. */
// [impl->cli~prove-comparison~1]
final class ComparisonPage {
  private final Run run;

  ComparisonPage(Run run) {
    this.run = run;
  }

  Page page() {
    List<Figure> figures =
        List.of(
            new Figure("wrong rules caught here", caught(run.published()), isRight()),
            new Figure(
                "right rules accused here",
                String.valueOf(
                    run.published().stream()
                        .filter(judged -> judged.published().standing() == Standing.RIGHT)
                        .filter(judged -> !judged.isRight())
                        .count()),
                isRight()),
            new Figure("of gradcheck's, caught there", there(GradcheckRules.SUITE), true),
            new Figure("of minitorch's, caught there", there(MinitorchRules.SUITE), true));
    return Sheets.page("The same rules before three suites")
        .withElement(
            Sheets.paragraph(
                "Rules that are wrong on purpose, and some that are right, were held against"
                    + " torch.autograd.gradcheck and against the tests of minitorch. The same rules"
                    + " are held here against every oracle and law of Gradus. What the others say"
                    + " was measured once, elsewhere, with the versions named below; what Gradus"
                    + " says was measured in this run."))
        .withElement(Sheets.paragraph(Sheets.origin(run)))
        .withElement(Element.of("nav", List.of(Element.link("index.html", "What has been proven"))))
        .withElement(Sheets.figures(figures))
        .withElement(Sheets.heading("gradcheck", GradcheckRules.SUITE))
        .withElement(
            Sheets.paragraph(
                "PyTorch 2.13.0, default settings: eps 1e-6, atol 1e-5, rtol 1e-3; slow and fast"
                    + " mode agreed on every rule. Where a rule was tested at points that show"
                    + " nothing, the points were a choice of the test; Gradus chooses its own."))
        .withElement(table(GradcheckRules.SUITE, "What gradcheck and Gradus say of 25 rules"))
        .withElement(Sheets.heading("minitorch", MinitorchRules.SUITE))
        .withElement(
            Sheets.paragraph(
                "Modules 0 and 1, the stubs filled with textbook code, the official tests for"
                    + " operators, scalars and autodiff with Hypothesis 6.155.2 and seed 0. On"
                    + " right code these tests fail in 14 of 40 random seeds."))
        .withElement(table(MinitorchRules.SUITE, "What minitorch and Gradus say of 28 rules"));
  }

  private boolean isRight() {
    return run.published().stream().allMatch(Judged::isRight);
  }

  private static String caught(List<Judged> judged) {
    List<Judged> wrong =
        judged.stream().filter(one -> one.published().standing() == Standing.WRONG).toList();
    return "%d of %d".formatted(wrong.stream().filter(Judged::isRight).count(), wrong.size());
  }

  private String there(String suite) {
    List<PublishedRule> wrong =
        of(suite).stream()
            .map(Judged::published)
            .filter(rule -> rule.standing() == Standing.WRONG)
            .toList();
    return "%d of %d"
        .formatted(wrong.stream().filter(PublishedRule::isRightElsewhere).count(), wrong.size());
  }

  private List<Judged> of(String suite) {
    return run.published().stream()
        .filter(judged -> judged.published().suite().equals(suite))
        .toList();
  }

  private Element table(String suite, String caption) {
    Table table =
        Table.of(
            caption,
            List.of(
                "operation",
                "rule",
                "it is",
                suite + ", measured elsewhere",
                "why",
                "Gradus, this run",
                "caught by"));
    for (Judged judged : of(suite)) {
      PublishedRule rule = judged.published();
      table.add(
          List.of(
              Table.head(Element.of("span", rule.right().id())),
              Table.cell(rule.rule()),
              Table.cell(Evidence.word(rule.standing())),
              Table.verdict(rule.isRightElsewhere(), mark(rule.isRightElsewhere()) + words(rule)),
              Table.cell(rule.comment()),
              Table.verdict(
                  judged.isRight(), mark(judged.isRight()) + Evidence.word(judged.verdict())),
              Table.cell(
                  judged.kills().after().keySet().stream()
                      .map(Oracle::title)
                      .collect(Collectors.joining(", ")))));
    }
    return table.element();
  }

  private static String words(PublishedRule rule) {
    return rule.elsewhere() == PublishedRule.Verdict.BY_CHANCE
        ? "rejected by chance"
        : Evidence.word(rule.elsewhere());
  }

  private static String mark(boolean right) {
    return right ? "✓ " : "✗ ";
  }
}
