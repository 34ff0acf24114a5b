package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [proof->cli~graph~1]
class GraphCommandTest {

  private static final String FAN_OUT = "b = 2*a; c = a*a; L = b*c";

  private static final String TREE =
      """
      L = Mul, value 54, gradient 1
      ├── b = Mul, value 6, gradient 9  (∂L/∂b = 9, adds 9)
      │   ├── 2
      │   └── a, value 3, gradient 54  (∂b/∂a = 2, adds 18)
      └── c = Mul, value 9, gradient 6  (∂L/∂c = 6, adds 6)
          ├── a (above)  (∂c/∂a #1 = 3, adds 18)
          └── a (above)  (∂c/∂a #2 = 3, adds 18)
      """;

  private static final String STEPS =
      """
      1. L = Mul, value 54, gradient 1
           ∂L/∂b = 9, adds 9 to b, which has 9
           ∂L/∂c = 6, adds 6 to c, which has 6
      2. c = Mul, value 9, gradient 6
           ∂c/∂a #1 = 3, adds 18 to a, which has 18
           ∂c/∂a #2 = 3, adds 18 to a, which has 36
      3. b = Mul, value 6, gradient 9
           ∂b/∂a = 2, adds 18 to a, which has 54
      a, value 3, gradient 54
      """;

  @TempDir private Path folder;

  @Test
  void theGraphIsATreeOfTextUnlessAskedOtherwise() {
    assertThat(Answer.to("graph", FAN_OUT, "--at", "a=3")).isEqualTo(new Answer(0, TREE, ""));
  }

  @Test
  void stepsFollowTheTree() {
    assertThat(Answer.to("graph", FAN_OUT, "--at", "a=3", "--steps"))
        .isEqualTo(new Answer(0, TREE + STEPS, ""));
  }

  @Test
  void everyValueThatIsGivenIsALeaf() {
    assertThat(
            Answer.to("graph", "sum((w @ x - y)^2)", "--at", "w=[1, 2], x=[3, 4]", "--at", "y=1")
                .out())
        .isEqualTo(
            """
            v4 = Sum, value 100, gradient 1
            └── v3 = Pow, value 100, gradient 1  (∂v4/∂v3 = 1, adds 1)
                └── v2 = Sub, value 10, gradient 20  (∂v3/∂v2 = 20, adds 20)
                    ├── v1 = Dot, value 11, gradient 20  (∂v2/∂v1 = 1, adds 20)
                    │   ├── w, value [1, 2], gradient [60, 80]  (∂v1/∂w = [3, 4], adds [60, 80])
                    │   └── x, value [3, 4], gradient [20, 40]  (∂v1/∂x = [1, 2], adds [20, 40])
                    └── y, value 1, gradient -20  (∂v2/∂y = -1, adds -20)
            """);
  }

  @Test
  void severalNumbersHaveNoGradients() {
    assertThat(Answer.to("graph", "exp(w)", "--at", "w=[0, 0]").out())
        .isEqualTo(
            """
            v1 = Exp, value [1, 1]
            └── w, value [0, 0]  (∂v1/∂w = diag [1, 1])
            """);
  }

  @ParameterizedTest
  @CsvSource({"dot,digraph", "mermaid,flowchart TD", "svg,<svg", "SVG,<svg", "text,L = Mul"})
  void formatsThatAreTextGoToStandardOutput(String format, String start) {
    Answer answer = Answer.to("graph", FAN_OUT, "--at", "a=3", "--format", format);
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith(start).endsWith("\n").contains("∂L/∂b = 9");
    assertThat(answer.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"g.dot,digraph", "g.mmd,flowchart TD", "g.svg,<svg", "g.txt,L = Mul", "G.SVG,<svg"})
  void theEndingOfTheFileChoosesTheFormat(String name, String start) throws IOException {
    Path file = folder.resolve(name);
    Answer answer = Answer.to("graph", FAN_OUT, "--at", "a=3", "--out", file.toString());
    assertThat(answer).isEqualTo(new Answer(0, "", ""));
    assertThat(Files.readString(file)).startsWith(start).contains("∂L/∂b = 9");
  }

  @Test
  void aFormatThatIsGivenOverrulesTheEnding() throws IOException {
    Path file = folder.resolve("graph");
    Answer.to("graph", FAN_OUT, "--at", "a=3", "--format", "dot", "--out", file.toString());
    assertThat(Files.readString(file)).startsWith("digraph");
  }

  @Test
  void aPictureOfPixelsGoesToAFileAndStepsToStandardOutput() throws IOException {
    Path file = folder.resolve("graph.png");
    Answer answer = Answer.to("graph", FAN_OUT, "--at", "a=3", "--steps", "--out", file.toString());
    assertThat(answer).isEqualTo(new Answer(0, STEPS, ""));
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(200);
  }

  @Test
  void theSameFormulaGivesTheSameBytes() {
    Answer once = Answer.to("graph", FAN_OUT, "--at", "a=3", "--format", "svg");
    assertThat(Answer.to("graph", FAN_OUT, "--at", "a=3", "--format", "svg")).isEqualTo(once);
  }
}
