package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of optimizers in `gradus conform`. */
// [proof->cli~conform-optimizers~1]
class ConformOptimizersTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("gradus.root"))
          .resolve(
              "proofs-tests/org.gradus.learn.proofs/src/test/resources/org/gradus/learn/proofs")
          .resolve("optimizers.jsonl");

  /** Two steps with momentum by hand: v = 2, then 0.5·2 + 4. */
  private static final String RUN =
      """
      {"id": "m-0", "optimizer": "SGD", "hyper": {"lr": 0.5, "momentum": 0.5},\
       "params0": [{"shape": [1], "data": [1]}, {"shape": [], "data": [3]}],\
       "steps": [{"loss": 7, "grads": [{"shape": [1], "data": [2]}, null],\
       "params": [{"shape": [1], "data": [0]}, {"shape": [], "data": [3]}]},\
       {"loss": 7, "grads": [{"shape": [1], "data": [4]}, null],\
       "params": [{"shape": [1], "data": [-2.5]}, {"shape": [], "data": [3]}]}],\
       "final_state": [{"momentum_buffer": {"shape": [1], "data": [5]}}, {}]}""";

  @TempDir private Path folder;

  private Answer conform(String line) throws IOException {
    return Answer.to("conform", Files.writeString(folder.resolve("runs.jsonl"), line).toString());
  }

  @Test
  void everyRecordedRunPasses() {
    Answer answer = Answer.to("conform", SAMPLE.toString());
    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("passed: 10 of 10 cases passed, 5 operations");
  }

  @Test
  void aRunByHandPasses() throws IOException {
    Answer answer = conform(RUN);
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .startsWith("operation         value")
        .contains("optimizer SGD         0")
        .contains("passed: 1 of 1 cases passed, 1 operations, 5 numbers");
  }

  @Test
  void theFirstStepThatDiffersIsNamed() throws IOException {
    Answer answer = conform(RUN.replace("\"data\": [0]", "\"data\": [1e-9]"));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.complaint())
        .startsWith("m-0, line 1 of ")
        .contains("parameter 0 after step 1 differs at [0]")
        .doesNotContain("after step 2");
  }

  @ParameterizedTest
  @CsvSource({
    "-2.5, -2.5000000001, parameter 0 after step 2 differs",
    "[5], [5.1], momentum_buffer of parameter 0 differs",
    "momentum_buffer, exp_avg, exp_avg of parameter 0"
  })
  void whatDiffersIsNamed(String right, String wrong, String said) throws IOException {
    Answer answer = conform(RUN.replace(right, wrong));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.complaint()).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "SGD, LBFGS, optimizer LBFGS: there is no optimizer LBFGS",
    "momentum, fused, optimizer SGD: the optimizer does not take fused = 0.5"
  })
  void whatIsNotThereIsUnsupportedAndNeverPasses(String known, String unknown, String said)
      throws IOException {
    Answer answer = conform(RUN.replace("\"" + known + "\"", "\"" + unknown + "\""));
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("0 of 1 cases passed")
        .endsWith("unsupported: " + said + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lr\": 0.5|\"lr\": -1|hyper: the optimizer must take its numbers",
        "\"lr\": 0.5|\"lr\": 0.5, \"lr\": []|hyper.lr: numbers must be finite",
        "[4]}, null]|[4]}]|steps[1].grads: there must be one for each parameter, 2",
        "[5]}}, {}]|[5]}}]|final_state: there must be one for each parameter, 2",
        "[1], \"data\": [2]|[2], \"data\": [2, 2]|steps[0].grads[0].shape: it must be that of the parameter, [1]",
        "\"params0\"|\"params\"|params0"
      })
  void whatIsNoRunIsNamed(String right, String wrong, String said) throws IOException {
    Answer answer = conform(RUN.replace(right, wrong));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .startsWith(folder.resolve("runs.jsonl") + ", line 1: ")
        .contains(said);
  }

  @Test
  void adamTakesTwoBetas() throws IOException {
    Answer answer =
        conform(
            RUN.replace("\"SGD\"", "\"Adam\"").replace("\"momentum\": 0.5", "\"betas\": [0.9]"));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint()).endsWith("hyper.betas: there must be two\n  given  1");
  }
}
