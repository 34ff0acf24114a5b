package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.check.Oracle;
import org.gradus.cli.prove.InOrder;
import org.gradus.cli.prove.Proof;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [proof->cli~prove~1]
class ProveCommandTest {

  @TempDir private Path folder;

  @Test
  void anOperationIsCheckedAsTheCheckDoesIt() {
    Answer proven = Answer.to("prove", "exp", "sum", "--tries", "20", "--seed", "7");
    assertThat(proven.code()).isZero();
    assertThat(proven.out())
        .isEqualTo(Answer.to("check", "exp", "sum", "--tries", "20", "--seed", "7").out());
    assertThat(proven.err()).isEmpty();
  }

  @Test
  void everyMistakeIsCountedAndKilled() {
    Answer answer = Answer.to("prove", "sigmoid", "exp", "--tries", "20", "--kill-matrix");
    assertThat(answer.code()).as(answer.out()).isZero();
    List<String> matrix =
        answer.out().lines().dropWhile(line -> !line.startsWith("mistakes about")).toList();
    assertThat(matrix.get(0)).matches("mistakes about +made +harmless +killed +1 +2 +3 .*");
    assertThat(matrix.get(1)).matches("sigmoid +\\d+ +0 +\\d+ +\\d+ .*");
    assertThat(matrix.get(3)).startsWith("all ");
    assertThat(matrix)
        .filteredOn(line -> line.contains(" kills "))
        .hasSize(Oracle.ofOperations().size());
    assertThat(matrix.get(matrix.size() - 1))
        .matches("killed, each by the proof that should: \\d+ mistakes, 0 of them harmless .*");
  }

  @Test
  void nothingDependsOnTheNumberOfThreads() {
    List<Operation> operations =
        List.of("exp", "matmul", "softmax", "relu").stream().map(Catalogue::operation).toList();
    assertThat(proven(operations, 1)).isEqualTo(proven(operations, 4));
  }

  private static List<String> proven(List<Operation> operations, int threads) {
    List<String> found = new ArrayList<>();
    new Proof.Plan(3, 10, true)
        .run(
            operations,
            InOrder.on(threads),
            proof ->
                found.add(
                    proof.checked().report()
                        + " "
                        + proof.kills().stream()
                            .map(row -> row.misconception().name() + row.after())
                            .toList()));
    return found;
  }

  @Test
  void aWrongOperationAndAMistakeThatSurvivesFail() throws Exception {
    Answer answer =
        Extended.with(folder, CheckWrongOperations.class)
            .run("prove", "twice", "--tries", "100", "--kill-matrix");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("FAILED 1 of 1: 1 operation, 100 cases, ")
        .contains("replay: gradus check twice --seed 1 --case ")
        .contains("NOT KILLED by the proof that should, ")
        .contains(
            "  twice, rule not differentiable: second order should object; forward mode,"
                + " differences, adjoint, ",
            "    \"Inside the rule a value was detached: the gradient is right, its own"
                + " derivative is zero.\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--tries", "--seeds"})
  void aCountBelowOneIsRefused(String option) {
    Answer answer = Answer.to("prove", "exp", option, "0");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .isEqualTo(
            option
                + " 0: the number of "
                + (option.equals("--tries") ? "cases" : "seeds")
                + " must be at least 1\ngive "
                + option
                + " 1 or more");
  }

  @Test
  void mistakesBesideSeedsAreRefused() {
    Answer answer = Answer.to("prove", "exp", "--seeds", "3", "--kill-matrix");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .isEqualTo(
            "--seeds 3 --kill-matrix: a run over seeds makes no other proof\n"
                + "run the two one after the other");
  }

  @Test
  void theNearestNameIsSuggested() {
    Answer answer = Answer.to("prove", "sigmod");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .startsWith("no operation is called 'sigmod'; did you mean 'sigmoid'?");
  }
}
