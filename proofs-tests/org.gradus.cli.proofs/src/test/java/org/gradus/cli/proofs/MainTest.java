package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gradus.cli.Main;
import org.junit.jupiter.api.Test;

// [proof->cli~exit-codes~2]
class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theVersionIsTheProjects() {
    assertThat(run("--version")).isZero();
    assertThat(out)
        .hasToString("gradus " + System.getProperty("gradus.version") + "%n".formatted());
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString().lines())
        .containsSubsequence(
            "  0    done",
            "  1    a check failed",
            "  2    bad usage or input",
            "  70   an error of gradus itself");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void completionIsAScriptForTheShell() {
    assertThat(run("generate-completion")).isZero();
    assertThat(out.toString()).contains("complete -F _complete_gradus");
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Missing required subcommand")
        .contains("Usage: gradus", "lesson");
  }

  // region bad-usage
  @Test
  void anUnknownCommandIsBadUsage() {
    assertThat(run("lessson")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("Unmatched argument at index 0: 'lessson'");
  }

  // endregion

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
