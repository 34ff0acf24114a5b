package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [proof->cli~check~1]
class CheckCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyOperationHasALineAndTheLastHasTheTotals() {
    assertThat(run("check", "--tries", "50")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0))
        .matches(
            "operation +value  forward mode  differences  adjoint  second order  third order "
                + " linearity  sixty digits  rational  declared  five points   beside    cases  numbers  sensitivity");
    assertThat(lines).hasSizeGreaterThan(46);
    assertThat(lines.subList(1, lines.size() - 1))
        .allMatch(
            line -> line.length() == lines.get(0).length() && line.matches(".* [0-9.]+e-1[2-6]"));
    assertThat(lines.get(lines.size() - 1))
        .matches("passed: [0-9]+ operations, [0-9,]+ cases, [0-9,]+ numbers, seed 42");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theSameSeedPrintsTheSameBytes() {
    run("check", "exp", "--tries", "20", "--seed", "7");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run("check", "exp", "--tries", "20", "--seed", "7");
    assertThat(out).hasToString(first);
    out.getBuffer().setLength(0);
    run("check", "exp", "--tries", "20", "--seed", "8");
    assertThat(out).doesNotHaveToString(first);
  }

  @Test
  void onlyTheNamedOperationsAreChecked() {
    assertThat(run("check", "matmul", "exp", "--tries", "20")).isZero();
    assertThat(out.toString().lines().skip(1).map(line -> line.split(" ")[0]))
        .containsExactly("matmul", "exp", "passed:");
  }

  @Test
  void theListHasFormulaAndRule() {
    assertThat(run("check", "exp", "--list")).isZero();
    assertThat(out.toString().strip().split(" {2,}")).containsExactly("exp", "y = eˣ", "x̄ = ȳ·y");
  }

  @Test
  void jsonGoesToAFileBesideTheTable(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("checks.json");
    assertThat(run("check", "exp", "--tries", "20", "--json", file.toString())).isZero();
    assertThat(out.toString()).startsWith("operation");
    assertThat(file)
        .content()
        .startsWith(
            "{\"seed\": 42, \"tries\": 20, \"passed\": true, \"operations\": [{\"subject\": \"exp\"");
  }

  @Test
  void jsonOnStandardOutputIsAlone() {
    assertThat(run("check", "exp", "--tries", "20", "--json", "-")).isZero();
    assertThat(out.toString()).startsWith("{\"seed\": 42").endsWith("}]}" + System.lineSeparator());
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void aFileThatCannotBeWrittenIsBadUsage(@TempDir Path folder) {
    for (Path file : List.of(folder, folder.resolve("none/check.json"))) {
      err.getBuffer().setLength(0);
      assertThat(run("check", "exp", "--tries", "20", "--json", file.toString())).isEqualTo(2);
      assertThat(out.toString()).isEmpty();
      assertThat(err.toString())
          .startsWith(
              "--json: a file in a folder that exists and can be written must be given\n  given  "
                  + file
                  + "\n");
    }
  }

  @Test
  void aCaseThatProvesNothingDoesNotPass() {
    assertThat(run("check", "matmul", "--case", "2")).isEqualTo(1);
    assertThat(out.toString()).contains("nothing was proven").contains("choose another --case");
  }

  @Test
  void outputThatIsLostIsNotDone() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    StringWriter complaints = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(full), new PrintWriter(complaints, true), "check", "neg", "--list");
    assertThat(code).isEqualTo(2);
    assertThat(complaints.toString())
        .isEqualTo(
            "standard output could not be written: it was closed, or there is no space left"
                + System.lineSeparator());
  }

  @Test
  void theNearestNameIsSuggested() {
    assertThat(run("check", "MatMull")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith(
            "no operation is called 'MatMull'; did you mean 'matmul'?\n"
                + "gradus check --list names all");
  }

  @Test
  void aNumberOfTriesBelowOneIsBadUsage() {
    assertThat(run("check", "exp", "--tries", "0")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("--tries must be at least 1, the number of cases\n  given  0");
  }

  @Test
  void aNegativeCaseIsBadUsage() {
    assertThat(run("check", "exp", "--case", "-1")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("--case must be at least 0, the number of a case\n  given  -1");
  }

  @Test
  void aFailureIsReportedWithTheCommandThatReplaysIt(@TempDir Path folder) throws Exception {
    Extended extended = Extended.with(folder, CheckWrongOperations.class);
    Answer answer = extended.run("check", "twice", "--seed", "3");
    assertThat(answer.code()).isEqualTo(1);
    String said = answer.out();
    assertThat(said)
        .containsPattern("\ntwice .*  FAILED\n")
        .contains("FAILED 1 of 1: 1 operation, 500 cases, ");
    Matcher replay =
        Pattern.compile(
                "\ntwice, case (\\d+): (twice \\[.*\\]: \\d+ of \\d+ numbers disagree\n"
                    + "  gradient by x0[^\n]*\n"
                    + "    expected  \\S+  \\(forward mode\\)\n(?:    expected  [^\n]*\n)?"
                    + "    actual    \\S+, 1\\.50000 times as much\n"
                    + "    relative error  5.0e-01, allowed 1.0e-14\n(?s:.*))"
                    + "\nreplay: gradus (check twice --seed 3 --case \\1)\n")
            .matcher(said);
    assertThat(replay.find()).as(said).isTrue();
    Answer replayed = extended.run(replay.group(3).split(" "));
    assertThat(replayed.code()).isEqualTo(1);
    assertThat(replayed.out()).contains(replay.group(2));
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
