package org.gradus.whole.proofs.docs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.check.Oracle;
import org.gradus.cli.prove.PublishedRule;
import org.gradus.cli.prove.PublishedRule.Judged;
import org.gradus.cli.prove.PublishedRule.Standing;
import org.gradus.cli.prove.PublishedRule.Verdict;
import org.gradus.cli.prove.Recorded;

/** The tables of the evidence, as the docs show them. */
final class EvidenceText {
  private static final long SEED = 1;
  private static final int CASES = 20;

  private EvidenceText() {}

  /** All oracles and laws with their tolerances. */
  static String oracles() {
    List<List<String>> rows = new ArrayList<>();
    for (Oracle oracle : Oracle.values()) {
      rows.add(
          List.of(
              oracle.title(),
              oracle.isLaw() ? "law" : "oracle",
              oracle.tolerance() == 0
                  ? "0"
                  : String.format(Locale.ROOT, "%.0e", oracle.tolerance())));
    }
    return table(List.of("name", "kind", "tolerance"), rows);
  }

  /** How many wrong rules each suite catches, and how many right ones it accuses. */
  static String suites() {
    List<List<String>> rows = new ArrayList<>();
    for (String suite : List.of("torch.autograd.gradcheck", "minitorch")) {
      List<Judged> judged = judged().stream().filter(of(suite)).toList();
      rows.add(
          List.of(
              "rules of " + suite,
              wrong(judged, one -> one.published().isRightElsewhere()),
              wrong(judged, Judged::isRight),
              String.valueOf(
                  judged.stream()
                      .filter(one -> one.published().standing() == Standing.RIGHT)
                      .filter(one -> one.verdict() == Verdict.REJECTED)
                      .count())));
    }
    return table(
        List.of("", "wrong ones caught there", "caught by Gradus", "right ones accused by Gradus"),
        rows);
  }

  /** The wrong rules that other suites let pass, and who catches them here. */
  static String letPass() {
    List<List<String>> rows = new ArrayList<>();
    for (Judged one : judged()) {
      PublishedRule rule = one.published();
      if (!rule.isRightElsewhere()) {
        rows.add(
            List.of(
                rule.suite(),
                rule.right().id(),
                rule.rule(),
                rule.comment(),
                one.kills().after().keySet().stream()
                    .map(Oracle::title)
                    .collect(Collectors.joining(", "))));
      }
    }
    return table(List.of("let pass by", "operation", "rule", "why", "caught here by"), rows);
  }

  /** What the recorded mutation run found, package by package. */
  static String mutations() {
    JsonObject recorded = Recorded.bundled().mutations().orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    long[] all = new long[3];
    for (JsonElement element : recorded.getAsJsonArray("packages")) {
      JsonObject one = element.getAsJsonObject();
      long[] counts =
          Stream.of("mutants", "killed", "timedOut")
              .mapToLong(member -> one.get(member).getAsLong())
              .toArray();
      Arrays.setAll(all, i -> all[i] + counts[i]);
      rows.add(score("`%s`".formatted(one.get("package").getAsString()), counts));
    }
    rows.add(score("all, on " + recorded.get("date").getAsString(), all));
    return table(
        List.of("package", "mutants", "killed", "of these timed out", "share killed"), rows);
  }

  private static List<String> score(String name, long[] counts) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%,d", counts[0]),
        String.format(Locale.ROOT, "%,d", counts[1]),
        String.format(Locale.ROOT, "%,d", counts[2]),
        String.format(Locale.ROOT, "%.1f %%", 100.0 * counts[1] / counts[0]));
  }

  private static List<Judged> judged() {
    return PublishedRule.all().stream().map(rule -> rule.judge(SEED, CASES)).toList();
  }

  private static Predicate<Judged> of(String suite) {
    return judged -> judged.published().suite().equals(suite);
  }

  private static String wrong(List<Judged> judged, Predicate<Judged> caught) {
    List<Judged> wrong =
        judged.stream().filter(one -> one.published().standing() == Standing.WRONG).toList();
    return "%d of %d".formatted(wrong.stream().filter(caught).count(), wrong.size());
  }

  private static String table(List<String> head, List<List<String>> rows) {
    return Stream.concat(
            Stream.of(line(head), line(head.stream().map(title -> "---").toList())),
            rows.stream().map(EvidenceText::line))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
