package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.gradus.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bar: there on a terminal, gone when the work is done, and nowhere else. */
// [proof->cli~progress~1]
class ProgressTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void elsewhereThereIsNone() {
    Answer answer = Answer.to("lesson", "--epochs", "3", "--out", folder.toString());
    assertThat(answer.out()).doesNotContain("\r", "[#");
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void onATerminalItGrowsAndIsCleared() {
    int code =
        Main.runOnTerminal(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "lesson",
            "--epochs",
            "3",
            "--out",
            folder.toString());
    assertThat(code).isZero();
    assertThat(out.toString()).doesNotContain("\r");
    assertThat(err.toString())
        .startsWith("\rtraining [#######-----------------------]  25%\rtraining [####")
        .containsSubsequence(
            "training [##############################] 100%",
            "checking gradients [##############################] 100%",
            "drawing [##############################] 100%")
        .endsWith(" \r");
  }

  @Test
  void theResultIsTheSameAsElsewhere() {
    Answer answer = Answer.to("lesson", "--epochs", "2", "--out", folder.toString());
    Main.runOnTerminal(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "lesson",
        "--epochs",
        "2",
        "--out",
        folder.toString());
    assertThat(out).hasToString(answer.out());
  }
}
