package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.check.law.TrainerLaws;
import org.gradus.cli.prove.LearnTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine and the optimizers, as the command proves and reports them. */
// [proof->cli~prove-laws~1]
class ProveLawsTest {

  @TempDir private Path folder;

  @Test
  void theOptimizersKeepEveryLaw() {
    assertThat(TrainerLaws.book().judge(LearnTrainer::new, 3, 200).objections()).isEmpty();
  }

  @Test
  void engineAndOptimizersAreProvenByName() {
    Answer answer = Answer.to("prove", "engine", "optimizers", "--tries", "5");
    assertThat(answer.code()).as(answer.out()).isZero();
    assertThat(answer.out())
        .isEqualTo("engine: all 9 laws are kept%noptimizers: all 6 laws are kept%n".formatted());
  }

  @Test
  void theirMistakesAreRowsOfTheMatrixAndOfTheReport() throws IOException {
    Answer answer =
        Answer.to(
            "prove", "optimizers", "--tries", "5", "--kill-matrix", "--report", folder.toString());
    assertThat(answer.code()).as(answer.out()).isZero();
    assertThat(answer.out())
        .contains("mistakes about the optimizers: 27 made, 27 killed by the law that should")
        .containsPattern("\n   momentum +kills +\\d+, +\\d+ of them alone");
    JsonObject laws =
        JsonParser.parseString(Files.readString(folder.resolve("evidence.json")))
            .getAsJsonObject()
            .getAsJsonArray("laws")
            .get(0)
            .getAsJsonObject();
    assertThat(laws.get("subject").getAsString()).isEqualTo("optimizers");
    assertThat(laws.getAsJsonArray("laws")).hasSize(6);
    assertThat(laws.getAsJsonArray("mistakes")).hasSize(27);
    assertThat(laws.getAsJsonArray("mistakes").get(0))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"name": "gradient not zeroed", "sentence": "Without zeroGrad the gradient of every\
                 earlier step is added to that of this one.", "expected": "plain descent",
                 "killedAfter": {"plain descent": 1, "momentum": 1, "weight decay": 1,
                 "climbing": 1, "running means": 1, "largest square": 1}, "asExpected": true}"""));
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("Laws of the optimizers", "Mistakes about the optimizers", "ε inside the root");
  }

  @Test
  void seedsOfNoOperationAreRefused() {
    Answer answer = Answer.to("prove", "engine", "--seeds", "3");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .isEqualTo(
            "--seeds 3: it repeats random cases of operations, and engine is none\nleave it out");
  }
}
