package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learning rate that is too large: the explanation, and that its remedy helps. */
// [proof->cli~divergence~1]
class DivergenceTest {

  @TempDir private Path folder;

  @Test
  void norrisInItsOwnUnitsIsExplained() {
    Answer answer = lesson("--data", "norris");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .isEqualTo(
            """
            The descent does not converge: the learning rate must be below 2/lambda_max
              learning rate  0.1
              lambda_max     586865, the largest curvature of the loss
              2/lambda_max   3.40794e-06
              each step      multiplies the error in the steepest direction by -58685.5
              loss           294456 at step 0, 1.31202e+301 at step 31, then no finite number
            use --standardize, which evens out the curvatures, or --lr 0.000003
            nothing was written
            """);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void eachRemedyHelps() {
    assertThat(lesson("--data", "norris", "--epochs", "3", "--lr", "0.000003").code()).isZero();
    assertThat(lesson("--data", "norris", "--epochs", "3", "--standardize").code()).isZero();
  }

  @Test
  void belowTheLargestNumberTheBoundDecides() {
    Answer answer = lesson("--lr", "1", "--standardize");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("  2/lambda_max   1.00000\n", "\nuse --lr 0.9\n", " at step 100\n")
        .doesNotContain("no finite number");
    assertThat(folder).isEmptyDirectory();
  }

  /** The bound of these three rows is 1, and rounding makes it a little more. */
  @Test
  void atTheBoundTheRemedyIsClearlyBelowIt(@TempDir Path tables) throws IOException {
    String table = table(tables, "x,y", "0,3", "1,1", "2,5");
    Answer answer = lesson("--data", table, "--standardize", "--lr", "1");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("\nuse --lr 0.9\n");
    assertThat(lesson("--data", table, "--standardize", "--lr", "0.9").code()).isZero();
  }

  @Test
  void squaresThatOverflowAreNoDivergence(@TempDir Path tables) throws IOException {
    String table = table(tables, "x,y", "0,1e308", "1,1e308", "2,-1e308");
    Answer answer = lesson("--data", table, "--lr", "0.01");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err())
        .isEqualTo(
            """
            target "y": its squared errors must be finite, and they overflow
            give it in larger units, so that its numbers are smaller; nothing was written
            """);
    assertThat(folder).isEmptyDirectory();
  }

  private static String table(Path folder, String... lines) throws IOException {
    return Files.write(folder.resolve("table.csv"), List.of(lines)).toString();
  }

  @Test
  void justBelowTheBoundItIsDone() {
    assertThat(lesson("--lr", "0.99406", "--epochs", "3").code()).isZero();
  }

  @Test
  void justAboveTheBoundItIsNot() {
    Answer answer = lesson("--lr", "0.9941");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("  2/lambda_max   0.994069\n");
  }

  @Test
  void aBatchOfOneIsExplainedByTheLongestRow() {
    Answer answer = lesson("--data", "iris", "--batch", "1");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .startsWith(
            """
            The descent diverged: a batch is sure to be safe below 1/max |x|^2 only
              learning rate  0.1
              batch          1 of 150 rows
              1/max |x|^2    0.00835981, x a row with its one
              loss           2.01553 at step 0,\s""")
        .endsWith(
            """

            use --lr 0.008
            nothing was written
            """);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theRateNamedForABatchIsSafe() {
    assertThat(lesson("--data", "iris", "--batch", "1", "--epochs", "2", "--lr", "0.008").code())
        .isZero();
  }

  /** After one epoch the numbers are still finite, and far from any answer. */
  @Test
  void aBatchThatHasRunAwayButIsFiniteIsExplainedToo() {
    Answer answer = lesson("--data", "iris", "--batch", "75", "--epochs", "4");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("at step 8\n").doesNotContain("no finite number");
    assertThat(folder).isEmptyDirectory();
  }

  private Answer lesson(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "lesson";
    args[1] = "--out";
    args[2] = folder.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return Answer.to(args);
  }
}
