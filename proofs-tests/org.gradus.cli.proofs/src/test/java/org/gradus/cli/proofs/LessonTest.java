package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradus.learn.data.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lesson without options: what it prints and what it writes. */
// [proof->cli~lesson~1]
class LessonTest {

  private static final List<String> FILES =
      List.of("fit.gif", "fit.png", "index.html", "loss.png", "trajectory.csv");

  /** Roundings of a hundred steps, relative to coefficients of the size of 4. */
  private static final double ROUNDING = 4e-12;

  @TempDir private static Path folder;
  private static Answer answer;

  @BeforeAll
  static void holdTheLesson() {
    answer = Answer.to("lesson", "--out", folder.toString());
  }

  @Test
  void itIsDone() {
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void theLossIsPrintedEveryTenSteps() {
    assertThat(answer.out())
        .startsWith(
            """
            y = 3 x + 2 + noise, x uniform on [-1, 1), noise uniform on [0, 1)
              100 rows, as they are
              seed 1, learning rate 0.1, epochs 100, updates an epoch 1

                step  loss
                   0  9.03958
                  10  1.43119
                  20  0.401087
                  30  0.159078
                  40  0.100154
                  50  0.0857835
                  60  0.0822784
                  70  0.0814234
                  80  0.0812149
                  90  0.0811641
                 100  0.0811517

            coefficient         descent   least squares
            x                   3.12850         3.13191
            intercept           2.50439         2.50407

            distance between them: 3.4e-03
            loss: 0.0811517
            least loss there is: 0.0811477
            largest curvature lambda_max: 2.01193
            bound of the learning rate, 2/lambda_max: 0.994069
            slowest direction, share of an error left by a step: 0.931882
            """);
  }

  @Test
  void theShiftOfTheInterceptIsExplained() {
    assertThat(answer.out().lines())
        .contains(
            "The intercept tends to 2.5, not to 2: the noise is uniform on [0, 1), and its mean of"
                + " 1/2 shifts every point up.");
  }

  @Test
  void theClosedFormAgreesWithEachStep() {
    assertThat(answer.out())
        .containsPattern(
            "largest distance of a step to w\\* \\+ \\(I - eta H\\)\\^t \\(w0 - w\\*\\):"
                + " \\d\\.\\de-1[5-9], ok");
  }

  @Test
  void eachOperationUsedIsCheckedByEveryOracle() {
    List<String> lines = answer.out().lines().toList();
    int head =
        lines.indexOf(
            "Gradients of the operations used, against oracles that share no code with them");
    assertThat(lines.get(head + 1).strip().split("\\s{2,}|(?<=operation) |(?<=cases) "))
        .contains("value", "forward mode", "differences", "adjoint", "second order", "linearity");
    assertThat(lines.get(head + 2)).matches("mv +100 +\\d{4} .* ok");
    assertThat(lines.get(head + 3)).matches("mse +100 +\\d{4} .* ok");
    assertThat(lines.get(head + 4)).isEmpty();
  }

  @Test
  void theFilesAreNamedAndThere() throws IOException {
    assertThat(answer.out())
        .endsWith(
            "Written to %s: index.html, loss.png, fit.png, fit.gif, trajectory.csv%n"
                .formatted(folder));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(FILES);
    }
  }

  @Test
  void thePicturesCanBeRead() throws IOException {
    assertThat(ImageIO.read(file("loss.png")).getWidth()).isEqualTo(1440);
    assertThat(ImageIO.read(file("fit.png")).getWidth()).isEqualTo(1280);
  }

  @Test
  void theAnimationHasAFrameForTheStartAndForEachUpdate() throws IOException {
    assertThat(frames(folder.resolve("fit.gif"))).isEqualTo(101);
    assertThat(Files.size(folder.resolve("fit.gif"))).isLessThan(1_000_000);
  }

  @Test
  void theTrajectoryHoldsTheProof() {
    Table path = Table.read(folder.resolve("trajectory.csv"));
    assertThat(path.names())
        .containsExactly(
            "step", "loss", "x", "intercept", "closed form x", "closed form intercept", "distance");
    assertThat(path.rowCount()).isEqualTo(101);
    double[] x = path.numbers("x");
    double[] b = path.numbers("intercept");
    assertThat(x[0]).isEqualTo(-1);
    assertThat(b[0]).isEqualTo(1);
    for (int t = 0; t < x.length; t++) {
      assertThat(path.numbers("step")[t]).isEqualTo(t);
      double distance =
          Math.hypot(
              x[t] - path.numbers("closed form x")[t],
              b[t] - path.numbers("closed form intercept")[t]);
      assertThat(distance).isLessThan(ROUNDING);
      assertThat(path.numbers("distance")[t]).isLessThan(ROUNDING);
    }
  }

  @Test
  void thePageIsWellFormedAndShowsThePicturesTheResultAndTheChecks() throws Exception {
    Path page = folder.resolve("index.html");
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());
    assertThat(Files.readString(page))
        .contains("src=\"./fit.gif\"", "src=\"./fit.png\"", "src=\"./loss.png\"")
        .contains("3.12850 (least squares 3.13191)", "The intercept tends to 2.5")
        .contains("<th scope=\"row\">mv</th><td>ok; 100 cases", "<th scope=\"row\">mse</th><td>ok;")
        .contains("trajectory.csv");
  }

  static int frames(Path gif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
      reader.setInput(in);
      return reader.getNumImages(true);
    } finally {
      reader.dispose();
    }
  }

  private static File file(String name) {
    return folder.resolve(name).toFile();
  }
}
