package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.cli.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads whose options or data cannot be used: exit code 2 and nothing written. */
// [proof->cli~bad-input~1]
class BadInputTest {

  @TempDir private Path folder;
  private Path out;
  private Path table;

  @BeforeEach
  void nameTheFiles() {
    out = folder.resolve("out");
    table = folder.resolve("trees.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0", "-0.1", "NaN", "Infinity"})
  void learningRate(String rate) {
    refused(
        """
        --lr %s: the learning rate must be positive and finite
        give a small number, as --lr 0.1"""
            .formatted(rate),
        "--lr",
        rate);
  }

  @Test
  void learningRateThatIsNoNumber() {
    refused(
        """
        Invalid value for option '--lr': 'fast' is not a double
        gradus lesson --help lists what can be given""",
        "--lr",
        "fast");
  }

  @Test
  void negativeEpochs() {
    refused(
        """
        --epochs -1: the number of epochs must be from 0 to 1000000
        give --epochs 100, or 0 to stay at the start""",
        "--epochs",
        "-1");
  }

  @Test
  void moreEpochsThanAreKept() {
    refused(
        """
        --epochs 1000001: the number of epochs must be from 0 to 1000000
        give --epochs 100, or 0 to stay at the start""",
        "--epochs",
        "1000001");
  }

  @Test
  void batchOfNoRow() {
    refused(
        """
        --batch 0: a batch must have at least 1 and at most all 100 rows
        give --batch 1 or more""",
        "--batch",
        "0");
  }

  @Test
  void batchOfMoreThanAllRows() {
    refused(
        """
        --batch 37: a batch must have at least 1 and at most all 36 rows
        give --batch full to take them all""",
        "--data",
        "norris",
        "--batch",
        "37");
  }

  @Test
  void batchBeyondTheLargestInteger() {
    refused(
        """
        --batch 99999999999: a batch must have at least 1 and at most all 100 rows
        give --batch full to take them all""",
        "--batch",
        "99999999999");
  }

  @Test
  void batchOfAnUnknownWord() {
    refused(
        """
        --batch ful: a batch must be a number of rows, or the word full
        give --batch full, --batch 10 or --batch 1""",
        "--batch",
        "ful");
  }

  @Test
  void seedThatIsNoNumber() {
    refused(
        """
        Invalid value for option '--seed': 'x' is not a long
        gradus lesson --help lists what can be given""",
        "--seed",
        "x");
  }

  @Test
  void unknownOption() {
    refused(
        """
        Unknown option: '--standardise'
        Possible solutions: --standardize
        gradus lesson --help lists what can be given""",
        "--standardise");
  }

  @Test
  void optionWithoutItsValue() {
    refused(
        """
        Missing required parameter for option '--target' (COLUMN)
        gradus lesson --help lists what can be given""",
        "--target");
  }

  @Test
  void argumentThatBelongsToNoOption() {
    refused(
        """
        Unmatched argument at index 3: 'norris'
        gradus lesson --help lists what can be given""",
        "norris");
  }

  @Test
  void targetWithoutData() {
    refused(
        """
        --target y: it names columns of a table, and no table is given
        give the table too, as --data norris or --data FILE.csv""",
        "--target",
        "y");
  }

  @Test
  void featuresWithoutData() {
    refused(
        """
        --features a,b: it names columns of a table, and no table is given
        give the table too, as --data norris or --data FILE.csv""",
        "--features",
        "a,b");
  }

  @Test
  void missingFile() {
    refused(
        """
        read %s: there is no such file
        give the path of a CSV file that exists"""
            .formatted(table),
        "--data",
        table.toString());
  }

  @Test
  void folderForAFile() {
    refused(
        """
        read %s: a CSV file must be given, and this is a folder
        give the path of a CSV file"""
            .formatted(folder),
        "--data",
        folder.toString());
  }

  @Test
  void pathThatIsNone() {
    refused(
        """
        --data a\0b: the path of a file must be given, and this is none
        leave out the characters that no file name has""",
        "--data",
        "a\0b");
  }

  @Test
  void emptyFile() throws IOException {
    refusedTable(
        "",
        """
        read %s: the file is empty
        give it a line of column names and at least one line of values""");
  }

  @Test
  void headerAlone() throws IOException {
    refusedTable(
        "height,age\n",
        """
        read %s: at least one line of values must follow the column names; there is none
          header  height, age
        add the values""");
  }

  @Test
  void oneRow() throws IOException {
    refusedTable(
        "height,age\n1,2\n",
        """
        fit a line with %s: at least 2 rows must be there; there is 1
        add rows""");
  }

  @Test
  void raggedRows() throws IOException {
    refusedTable(
        "height,age\n1,2\n3\n",
        """
        read %s: every line must have as many cells as the header, 2; line 3 has 1
          header  height, age
          line 3  3
        add what is missing""");
  }

  @Test
  void missingTarget() throws IOException {
    refusedTable(
        "height,age\n1,2\n3,4\n",
        """
        column "hight" of %s: there is no such column
          columns  height, age
        did you mean "height"?""",
        "--target",
        "hight");
  }

  @Test
  void missingFeature() throws IOException {
    refusedTable(
        "height,age\n1,2\n3,4\n",
        """
        column "weight" of %s: there is no such column
          columns  height, age
        did you mean "height"?""",
        "--features",
        "weight");
  }

  @Test
  void textInAColumnOfNumbers() throws IOException {
    refusedTable(
        "height,age\n1,2\ntall,4\n5,7\n",
        """
        column "height" of %s: every cell must hold a number; line 3 holds "tall"
        correct the cell, or leave the column out of the numbers""");
  }

  @Test
  void targetOfText() {
    refused(
        """
        column "species" of iris.csv: every cell must hold a number; line 2 holds "setosa"
        correct the cell, or leave the column out of the numbers""",
        "--data",
        "iris",
        "--target",
        "species");
  }

  @Test
  void notANumberInAColumn() throws IOException {
    refusedTable(
        "height,age\n1,2\n3,NaN\n5,7\n",
        """
        column "age" of %s: every number must be finite; line 3 holds NaN
        correct the cell or take the line out""");
  }

  @Test
  void emptyCell() throws IOException {
    refusedTable(
        "height,age\n1,2\n,4\n5,7\n",
        """
        column "height" of %s: every cell must hold a number; line 3 is empty
        fill the cell or take the line out""");
  }

  @Test
  void constantFeature() throws IOException {
    refusedTable(
        "height,age\n1,2\n1,4\n",
        """
        feature "height" of %s: its values must differ; all are 1.0
        leave it out with --features: the intercept already plays its part""",
        "--standardize");
  }

  @Test
  void constantTarget() throws IOException {
    refusedTable(
        "height,age\n1,2\n3,2\n",
        """
        target "age" of %s: its values must differ; all are 2.0
        name another with --target: this one depends on nothing""");
  }

  @Test
  void targetAmongTheFeatures() throws IOException {
    refusedTable(
        "height,age\n1,2\n3,4\n",
        """
        --features height,age: the target "age" must not be among the features
        leave it out: it would predict itself""",
        "--target",
        "age",
        "--features",
        "height,age");
  }

  @Test
  void featureNamedTwice() throws IOException {
    refusedTable(
        "height,age\n1,2\n3,4\n",
        """
        --features height,height: each column must be named once; "height" is named twice
        leave one out""",
        "--features",
        "height,height");
  }

  @Test
  void noColumnOfNumbers() throws IOException {
    refusedTable(
        "name,kind\noak,leaf\npine,needle\n",
        """
        --data %s: one column at least must hold numbers, to be predicted; none does
          columns  name, kind
        give a table with numbers""");
  }

  @Test
  void noColumnBesideTheTarget() throws IOException {
    refusedTable(
        "name,age\noak,5\npine,7\n",
        """
        --data %s: one column of numbers at least must be there beside the target "age"
          columns  name, age
        give a table with one, to predict from""");
  }

  @Test
  void fileForAFolder() throws IOException {
    Files.writeString(out, "precious");
    Answer answer = lesson();
    assertThat(answer.complaint())
        .isEqualTo(
            """
            --out %s: a folder must be given, and this is a file
            name another folder, or move the file away"""
                .formatted(out));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(out).hasContent("precious");
  }

  @Test
  void folderBelowAFile() throws IOException {
    Files.writeString(out, "precious");
    Path below = out.resolve("deep/er");
    Answer answer = Answer.to("lesson", "--out", below.toString());
    assertThat(answer.complaint())
        .isEqualTo(
            """
            --out %s: a folder must be given, and %s is a file
            name another folder, or move the file away"""
                .formatted(below, out));
    assertThat(answer.code()).isEqualTo(2);
  }

  @Test
  void folderWhereAFileGoes() throws IOException {
    Files.createDirectories(out.resolve("trajectory.csv"));
    Answer answer = lesson("--epochs", "1");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .matches(
            "(?s)write .*: the file must be writable, and it is not\n  reason  .*\n"
                + "choose a folder that can be written to with --out");
  }

  @Test
  void debugShowsWhereItArose() {
    Answer answer = lesson("--lr", "0", "--debug");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint()).contains("\tat org.gradus.cli.");
    assertThat(lesson("--lr", "0").complaint()).doesNotContain("\tat ");
  }

  @Test
  void anErrorOfTheProgramItselfHasACodeOfItsOwn() {
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(broken()), new PrintWriter(err, true), "lesson");
    assertThat(code).isEqualTo(70);
    assertThat(err)
        .hasToString(
            """
            an error of gradus itself: java.lang.IllegalStateException: out of ink
            --debug shows where it arose
            """);
    StringWriter debugged = new StringWriter();
    Main.run(new PrintWriter(broken()), new PrintWriter(debugged, true), "--debug", "lesson");
    assertThat(debugged.toString()).contains("out of ink", "\tat ").doesNotContain("--debug shows");
  }

  private static Writer broken() {
    return new Writer() {
      @Override
      public void write(char[] text, int from, int count) {
        throw new IllegalStateException("out of ink");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void refusedTable(String content, String message, String... options) throws IOException {
    Files.writeString(table, content);
    List<String> all = new ArrayList<>(List.of("--data", table.toString()));
    all.addAll(List.of(options));
    refused(
        message.contains("%s") ? message.formatted(table) : message, all.toArray(String[]::new));
  }

  private void refused(String message, String... options) {
    Answer answer = lesson(options);
    assertThat(answer.complaint()).isEqualTo(message);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(out).doesNotExist();
  }

  private Answer lesson(String... options) {
    List<String> args = new ArrayList<>(List.of("lesson", "--out", out.toString()));
    args.addAll(List.of(options));
    return Answer.to(args.toArray(String[]::new));
  }
}
