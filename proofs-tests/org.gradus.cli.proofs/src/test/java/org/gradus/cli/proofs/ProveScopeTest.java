package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small cases as the command walks through them, prints them and reports them. */
// [proof->cli~prove-small-scope~1]
class ProveScopeTest {

  @TempDir private Path folder;

  @Test
  void everySmallCaseIsCountedByOperationAndAltogether() {
    Answer answer = Answer.to("prove", "exp", "add", "--tries", "10", "--small-scope");
    assertThat(answer.code()).as(answer.out()).isZero();
    List<String> lines =
        answer.out().lines().dropWhile(line -> !line.startsWith("small cases of")).toList();
    assertThat(lines)
        .containsExactly(
            "small cases of  structures  scope       requests      numbers",
            "exp                     85  complete         170        1,023",
            "add                  2,479  complete       9,916       67,803",
            "all                  2,564                10,086       68,826",
            "every shape up to rank 3 with lengths from 0 to 3, every pair that broadcasts, every"
                + " set and order of axes, every option, every set of operands asked: 2,564"
                + " structures, 10,086 requests, 68,826 numbers; complete for 2 of 2 operations");
  }

  @Test
  void aLimitBoundsTheWalk() {
    Answer answer =
        Answer.to("prove", "exp", "add", "--tries", "10", "--small-scope", "--scope-limit", "100");
    assertThat(answer.code()).as(answer.out()).isZero();
    assertThat(answer.out())
        .containsPattern("\nadd +100  bounded +400 ")
        .endsWith(
            "; complete for 1 of 2 operations, the other 1 bounded to 100 different structures\n");
  }

  @Test
  void anOperationThatIsWrongInASmallCaseFailsAndIsShown() throws Exception {
    Path report = folder.resolve("report");
    Answer answer =
        Extended.with(folder, CheckWrongOperations.class)
            .run("prove", "twice", "--tries", "1", "--small-scope", "--report", report.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .containsPattern("\ntwice +85  complete +170 +1,023  FAILED\n")
        .containsPattern("\n\ntwice: \\d+ of 1023 numbers disagree\n  twice \\[");
    assertThat(evidence(report).getAsJsonObject("smallScope").get("structures").getAsInt())
        .isEqualTo(85);
    assertThat(operation(report).getAsJsonObject("smallScope").get("agrees").getAsBoolean())
        .isFalse();
  }

  @Test
  void theReportHoldsTheCountsOfTheRun() throws IOException {
    Answer answer =
        Answer.to("prove", "exp", "--tries", "10", "--small-scope", "--report", folder.toString());
    assertThat(answer.code()).as(answer.out()).isZero();
    assertThat(evidence(folder).getAsJsonObject("smallScope"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"limit": 8000, "operations": 1, "complete": 1, "structures": 85,
                 "requests": 170, "numbers": 1023, "summary": "every shape up to rank 3 with \\
                lengths from 0 to 3, every pair that broadcasts, every set and order of axes, \\
                every option, every set of operands asked: 85 structures, 170 requests, 1,023 \\
                numbers; complete for 1 of 1 operations"}"""
                    .replace("\\\n", "")));
    assertThat(operation(folder).getAsJsonObject("smallScope"))
        .isEqualTo(
            JsonParser.parseString(
                "{\"structures\": 85, \"complete\": true, \"requests\": 170, \"numbers\": 1023,"
                    + " \"agrees\": true}"));
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("small cases, every one right", "every option, every set of operands asked: 85");
  }

  @Test
  void withoutThemTheReportSaysHowToWalkThroughThem() throws IOException {
    Answer.to("prove", "exp", "--tries", "10", "--report", folder.toString());
    assertThat(evidence(folder).has("smallScope")).isFalse();
    assertThat(operation(folder).has("smallScope")).isFalse();
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("gradus prove --small-scope --report DIR walks through every small case too");
  }

  private static JsonObject evidence(Path folder) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("evidence.json")))
        .getAsJsonObject();
  }

  private static JsonObject operation(Path folder) throws IOException {
    return evidence(folder).getAsJsonArray("operations").get(0).getAsJsonObject();
  }

  @Test
  void aLimitBelowOneIsRefused() {
    refused(
        "--scope-limit 0: the number of structures must be at least 1\ngive --scope-limit 1 or more",
        "prove",
        "exp",
        "--small-scope",
        "--scope-limit",
        "0");
  }

  @Test
  void aLimitOfNoWalkIsRefused() {
    refused(
        "--scope-limit 5: it bounds the walk through small cases, and none is asked for\n"
            + "give --small-scope too",
        "prove",
        "exp",
        "--scope-limit",
        "5");
  }

  @Test
  void smallCasesBesideSeedsAreRefused() {
    refused(
        "--seeds 3 --small-scope: a run over seeds makes no other proof\n"
            + "run the two one after the other",
        "prove",
        "exp",
        "--seeds",
        "3",
        "--small-scope");
  }

  private static void refused(String complaint, String... line) {
    Answer answer = Answer.to(line);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint()).isEqualTo(complaint);
  }
}
