package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lesson on other data and with other options. */
// [proof->cli~lesson~1]
class LessonOptionsTest {

  @TempDir private Path folder;

  /** The certified values of NIST are 1.00211681802045 and −0.262323073774029. */
  @Test
  void norrisReachesItsCertifiedValues() {
    Answer answer = lesson("--data", "norris", "--standardize", "--epochs", "100");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("y of norris.csv from x", "36 rows, features standardized")
        .containsPattern("(?m)^x +1\\.00212 +1\\.00212$")
        .containsPattern("(?m)^intercept +-0\\.262323 +-0\\.262323$");
  }

  /** Its columns are nearly dependent, so that a hundred steps are far too few. */
  @Test
  void longleyStandardizedIsOnItsWay() {
    Answer answer = lesson("--data", "longley", "--standardize", "--epochs", "50");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("y of longley.csv from x1, x2, x3, x4, x5, x6")
        .containsPattern("bound of the learning rate, 2/lambda_max: 0\\.217")
        .containsPattern("slowest direction, share of an error left by a step: 0\\.9999")
        .containsPattern("\\^t \\(w0 - w\\*\\): \\d\\.\\de-1\\d, ok");
  }

  @Test
  void irisPredictsItsLastColumnOfNumbers() throws IOException {
    Answer answer = lesson("--data", "IRIS", "--standardize", "--epochs", "3");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .startsWith("petal_width of iris.csv from sepal_length, sepal_width, petal_length");
    assertThat(LessonTest.frames(folder.resolve("fit.gif"))).isEqualTo(4);
  }

  @Test
  void targetAndFeaturesAreChosen() {
    Answer answer =
        lesson(
            "--data",
            "iris",
            "--target",
            "sepal_width",
            "--features",
            "petal_width,sepal_length",
            "--lr",
            "0.01",
            "--epochs",
            "3");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("sepal_width of iris.csv from petal_width, sepal_length");
    assertThat(path().names()).startsWith("step", "loss", "petal_width", "sepal_length");
  }

  @Test
  void aFileOfOnesOwn() throws IOException {
    Path table = folder.resolve("own.csv");
    try (var norris = ExampleData.NORRIS.open()) {
      Files.copy(norris, table);
    }
    Answer own = lesson("--data", table.toString(), "--standardize", "--epochs", "3");
    Answer brought = lesson("--data", "norris", "--standardize", "--epochs", "3");
    assertThat(own.out().replace(table.toString(), "norris.csv")).isEqualTo(brought.out());
  }

  @Test
  void aBatchMakesMoreUpdatesAnEpoch() {
    Answer answer = lesson("--batch", "30", "--epochs", "5");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("epochs 5, updates an epoch 4")
        .doesNotContain("largest distance of a step");
    assertThat(path().names()).containsExactly("step", "loss", "x", "intercept");
    assertThat(path().numbers("step")).containsExactly(0, 4, 8, 12, 16, 20);
  }

  @Test
  void aBatchOfOneIsTheTextbooksStochasticDescent() {
    Answer answer = lesson("--batch", "1", "--lr", "0.02", "--epochs", "3");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("updates an epoch 100");
  }

  @Test
  void aBatchOfAllRowsIsBatchGradientDescent() throws IOException {
    Answer full = lesson("--epochs", "3");
    byte[] path = Files.readAllBytes(folder.resolve("trajectory.csv"));
    assertThat(lesson("--batch", "100", "--epochs", "3")).isEqualTo(full);
    assertThat(Files.readAllBytes(folder.resolve("trajectory.csv"))).isEqualTo(path);
  }

  @Test
  void noEpochStaysAtTheStart() {
    Answer answer = lesson("--epochs", "0");
    assertThat(answer.code()).isZero();
    assertThat(path().rowCount()).isEqualTo(1);
    assertThat(path().numbers("x")).containsExactly(-1);
    assertThat(answer.out()).containsPattern("(?m)^x +-1\\.00000 +3\\.13191$");
  }

  @Test
  void theLearningRateIsTheShareOfTheGradient() {
    lesson("--epochs", "1", "--lr", "0.1");
    double tenth = path().numbers("intercept")[1] - 1;
    lesson("--epochs", "1", "--lr", "0.2");
    assertThat(path().numbers("intercept")[1] - 1).isCloseTo(2 * tenth, within(1e-15));
  }

  @Test
  void moreEpochsThanFramesThinTheAnimationOut() throws IOException {
    lesson("--epochs", "250");
    assertThat(path().rowCount()).isEqualTo(251);
    assertThat(LessonTest.frames(folder.resolve("fit.gif"))).isEqualTo(101);
  }

  @Test
  void dependentColumnsAreToldAndSolvedFromTheStart() throws IOException {
    Path table = write("a,b,y\n1,2,1\n2,4,3\n3,6,4\n4,8,9\n");
    Answer answer = lesson("--data", table.toString(), "--lr", "0.01", "--epochs", "3");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains(
            "rank of the columns: 2 of 3, so least squares has many solutions; this one is nearest"
                + " to the start");
  }

  @Test
  void pointsOnALineAreFittedToNothingLeft() throws IOException {
    Path table = write("x,y\n-1,-2\n0,0\n1,2\n");
    Answer answer = lesson("--data", table.toString(), "--lr", "0.5", "--epochs", "30");
    assertThat(answer.code()).isZero();
    assertThat(path().numbers("loss")[30]).isLessThan(1e-20);
  }

  @Test
  void aNameWithACommaIsQuotedInTheTrajectory() throws IOException {
    Path table = write("\"height, \"\"cm\"\"\",y\n-1,-2\n0,0.5\n1,2\n");
    assertThat(lesson("--data", table.toString(), "--epochs", "2").code()).isZero();
    assertThat(path().names()).contains("height, \"cm\"");
  }

  @Test
  void helpExplainsEachOption() {
    Answer answer = Answer.to("lesson", "--help");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .startsWith("Usage: gradus lesson [OPTIONS]")
        .contains(
            "--data",
            "--target",
            "--features",
            "--standardize",
            "--lr",
            "--epochs",
            "--batch",
            "--seed",
            "--out",
            "--debug");
  }

  @Test
  void theSameOptionsGiveTheSameBytes() throws IOException {
    String[] options = {"--batch", "7", "--epochs", "6", "--seed", "5"};
    Answer first = lesson(options);
    List<byte[]> before = contents();
    assertThat(lesson(options)).isEqualTo(first);
    assertThat(contents()).hasSize(5).usingElementComparator(Arrays::compare).isEqualTo(before);
  }

  @Test
  void anotherSeedDrawsOtherPoints() {
    Answer one = lesson("--epochs", "1", "--seed", "-5");
    Answer two = lesson("--epochs", "1", "--seed", "6");
    assertThat(one.out()).contains("seed -5,");
    assertThat(two.out()).contains("seed 6,");
    assertThat(one.out().lines().skip(3)).isNotEqualTo(two.out().lines().skip(3).toList());
  }

  private Answer lesson(String... options) {
    List<String> args = new ArrayList<>(List.of("lesson", "--out", folder.toString()));
    args.addAll(List.of(options));
    return Answer.to(args.toArray(String[]::new));
  }

  private Table path() {
    return Table.read(folder.resolve("trajectory.csv"));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("own.csv"), text);
  }

  private List<byte[]> contents() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<byte[]> contents = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
      return contents;
    }
  }
}
