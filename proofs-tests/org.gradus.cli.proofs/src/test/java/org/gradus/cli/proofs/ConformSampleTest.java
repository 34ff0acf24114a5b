package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases that PyTorch 2.13 has executed, which nobody here has computed. */
// [proof->cli~conform~1]
// [proof->cli~conform-operations~1]
class ConformSampleTest {

  @TempDir private Path folder;
  private Path first;
  private Path second;

  @BeforeEach
  void copyTheSamples() throws IOException {
    first = copy("conformance-sample.jsonl");
    second = copy("second-order-sample.jsonl");
  }

  @Test
  void everyCasePasses() {
    Answer answer = Answer.to("conform", first.toString(), second.toString());
    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("passed: 208 of 208 cases passed");
  }

  @Test
  void aWrongDigitFails() throws IOException {
    String right = "-0.0757837388764644";
    String text = Files.readString(first);
    assertThat(text.split(right)).hasSize(2);
    Files.writeString(first, text.replace(right, "-0.0757837388774644"));
    Answer answer = Answer.to("conform", first.toString(), second.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).contains("FAILED 1: 207 of 208 cases passed");
    assertThat(answer.complaint())
        .startsWith("tanh-001, line 20 of " + first + "\n  gradient by input differs at [0]\n")
        .contains("    expected        -0.0757837388774644\n")
        .endsWith("  relative error  2.1e-12, allowed 1.0e-14");
  }

  private Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream sample = ConformSampleTest.class.getResourceAsStream(name)) {
      assertThat(sample).isNotNull();
      Files.writeString(copy, new String(sample.readAllBytes(), StandardCharsets.UTF_8));
    }
    return copy;
  }
}
