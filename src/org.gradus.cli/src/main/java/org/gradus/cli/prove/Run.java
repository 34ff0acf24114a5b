package org.gradus.cli.prove;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradus.check.operation.Kills;
import org.gradus.cli.prove.PublishedRule.Judged;
import org.gradus.cli.prove.PublishedRule.Standing;
import org.gradus.learn.state.WholeFile;

/**
 * All that one run of {@code gradus prove} has found out.
 *
 * @param versions what it ran on, and when
 * @param plan how operations were proven
 * @param proofs the proofs, in the order of the operations
 * @param laws the proofs of what is no operation
 * @param published the rules that other suites were measured on, as judged in this run
 * @param recorded evidence of longer runs
 */
public record Run(
    Versions versions,
    Proof.Plan plan,
    List<Proof> proofs,
    List<LawProof> laws,
    List<Judged> published,
    Recorded recorded) {

  /** Judge the published rules, each in as many cases as a mistake. */
  public static List<Judged> judge(Proof.Plan plan, InOrder threads) {
    List<Judged> judged = new ArrayList<>();
    threads.each(
        PublishedRule.all(),
        rule -> rule.judge(plan.seed(), Math.max(Proof.FIRST_CASES, plan.tries())),
        judged::add);
    return judged;
  }

  /** What other suites and this one say of the published rules, in one sentence. */
  public String comparison() {
    List<Judged> wrong =
        published.stream().filter(one -> one.published().standing() == Standing.WRONG).toList();
    return "published wrong rules caught: %d of %d here, %d where they were measured"
        .formatted(
            wrong.stream().filter(Judged::isRight).count(),
            wrong.size(),
            wrong.stream().filter(one -> one.published().isRightElsewhere()).count());
  }

  /** What the walk through small cases comes to; empty if there was none. */
  Optional<Scope> scope() {
    return plan.scope().isPresent()
        ? Optional.of(Scope.of(plan.scope(), proofs))
        : Optional.empty();
  }

  /** All rows of the kill matrix. */
  List<Kills> kills() {
    return proofs.stream().flatMap(proof -> proof.kills().stream()).toList();
  }

  /**
   * Write {@code evidence.json}, {@code index.html} and {@code comparison.html}.
   *
   * @param folder where to; it is made where it is missing
   * @param files where the files of the project are, to link to
   * @throws java.io.UncheckedIOException if a file cannot be written
   */
  public void write(Path folder, ProjectFiles files) {
    write(folder.resolve("evidence.json"), Evidence.of(this, files));
    new ReportPage(this, files, folder).page().write(folder.resolve("index.html"));
    new ComparisonPage(this).page().write(folder.resolve("comparison.html"));
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
