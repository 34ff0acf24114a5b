package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradus.cli.Main;
import org.gradus.cli.prove.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over many seeds: what they say, and that being killed does them no harm. */
// [proof->cli~prove-seeds~1]
class FalseAlarmsTest {

  private static final String HEAD =
      "{\"run\": \"false alarms\", \"version\": \"gradus 0.1.0\", \"first\": 1, \"cases\": 5,"
          + " \"operations\": [\"exp\", \"mul\"]}\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.jsonl");
  }

  @Test
  void rightOperationsRaiseNoAlarm() {
    Answer answer = Answer.to("prove", "exp", "mul", "--seeds", "30");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .matches(
            "seeds 1 to 30: 300 cases, [0-9,]+ numbers; no false alarm, so fewer than 10 % of all"
                + " seeds raise one, with 95 % confidence\\R");
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void anAlarmIsNamedWithTheCommandThatReplaysIt() throws Exception {
    Extended extended = Extended.with(folder, CheckWrongOperations.class);
    Answer answer = extended.run("prove", "exp", "twice", "--seed", "3", "--seeds", "4");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .containsPattern(
            "seeds 3 to 6: 40 cases, [0-9,]+ numbers; [1-4] of 4 seeds raised an alarm");
    String replay =
        answer
            .out()
            .lines()
            .filter(line -> line.startsWith("replay: gradus "))
            .findFirst()
            .orElseThrow();
    Answer replayed = extended.run(replay.substring("replay: gradus ".length()).split(" "));
    assertThat(replayed.code()).isEqualTo(1);
    assertThat(replayed.out()).contains("numbers disagree");
  }

  @Test
  void theJournalHasALineForEachSeed() throws IOException {
    run(3);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).isEqualTo(HEAD.stripTrailing());
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2))
        .matches("\\{\"seed\": 2, \"cases\": 10, \"numbers\": \\d+, \"failures\": \\[\\]}");
  }

  /** Whatever byte the journal was torn at, the same command ends with the same bytes. */
  @Test
  void aJournalTornAnywhereIsGoneOnWith() throws IOException {
    String said = run(2);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(run(2)).as("torn after %d bytes", length).isEqualTo(said);
      assertThat(file).as("torn after %d bytes", length).hasBinaryContent(whole);
    }
  }

  @Test
  void aRunOfMoreSeedsGoesOnWithTheSameJournal() throws IOException {
    run(2);
    String more = run(4);
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    assertThat(run(4)).isEqualTo(more);
    assertThat(file).hasBinaryContent(whole);
    assertThat(run(2)).startsWith("seeds 1 to 2: ");
    assertThat(file).hasBinaryContent(whole);
  }

  /** A child process is killed with SIGKILL in the middle, twice, then ends its work. */
  @Test
  void aKilledRunEndsWithTheBytesOfOneThatWasNot() throws Exception {
    int seeds = 300;
    String said = run(seeds);
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    for (int lines : new int[] {20, 120}) {
      Process child = child(seeds);
      waitFor(lines, child);
      child.destroyForcibly().waitFor();
      assertThat(Files.readAllBytes(file).length).isLessThan(whole.length);
    }
    Process child = child(seeds);
    String last = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isZero();
    assertThat(last).isEqualTo(said);
    assertThat(file).hasBinaryContent(whole);
  }

  private Process child(int seeds) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "prove",
            "exp",
            "mul",
            "--seeds",
            "" + seeds,
            "--journal",
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void waitFor(int lines, Process child) throws IOException, InterruptedException {
    while (child.isAlive()
        && (Files.notExists(file) || Files.readString(file).lines().count() < lines)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void aJournalOfAnotherRunIsRefusedAndLeftAsItIs() throws IOException {
    run(2);
    byte[] whole = Files.readAllBytes(file);
    Answer answer =
        Answer.to("prove", "exp", "--seeds", "2", "--tries", "4", "--journal", file.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .isEqualTo(
            """
            --journal %s: it must be the journal of a run like this, and is of another
              this   {"run": "false alarms", "version": "gradus 0.1.0", "first": 1, "cases": 4, "operations": ["exp"]}
              found  %s
            name another file"""
                .formatted(file, HEAD.stripTrailing()));
    assertThat(file).hasBinaryContent(whole);
  }

  @Test
  void aFileThatIsNoJournalIsRefusedAndLeftAsItIs() throws IOException {
    for (String text : List.of("a,b", "a,b\n1,2\n", "{\"run\"", "\n")) {
      Files.writeString(file, text.equals("{\"run\"") ? text + "}" : text);
      byte[] before = Files.readAllBytes(file);
      Answer answer = answer(2);
      assertThat(answer.code()).as(text).isEqualTo(2);
      assertThat(answer.complaint())
          .startsWith(
              "--journal %s: it must be the journal of a run like this, and is of another\n"
                  .formatted(file));
      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void aLineThatIsNotThatOfItsSeedIsRefused() throws IOException {
    run(2);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    for (String wrong : List.of("{}", lines.get(1), lines.get(2).replace("10", "11111111111"))) {
      lines.set(2, wrong);
      Files.write(file, lines);
      Answer answer = answer(2);
      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.complaint())
          .isEqualTo(
              """
              --journal %s: line 3 must be that of seed 2, and is not
                found  %s
              name another file"""
                  .formatted(file, wrong));
    }
  }

  @Test
  void aJournalInUseIsRefused() {
    try (Journal held = Journal.open(file, HEAD.stripTrailing())) {
      Answer answer = answer(2);
      assertThat(answer.code()).isEqualTo(2);
      assertThat(answer.complaint())
          .isEqualTo(
              """
              --journal %s: one run at a time may write it, and another one does
              wait for its end, or name another file"""
                  .formatted(held.file()));
    }
  }

  @Test
  void aFolderIsNoJournal() {
    Answer answer = Answer.to("prove", "exp", "--seeds", "2", "--journal", folder.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .isEqualTo(
            """
            --journal %s: a file must be given, and this is a folder
            name a file in it, as %s%sjournal.jsonl"""
                .formatted(folder, folder, File.separator));
  }

  @Test
  void theFolderOfTheJournalMustExist() {
    Path deep = folder.resolve("none/journal.jsonl");
    Answer answer = Answer.to("prove", "exp", "--seeds", "2", "--journal", deep.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .isEqualTo(
            """
            --journal %s: the folder of the file must exist, and it does not
            make it, or name a file elsewhere"""
                .formatted(deep));
  }

  @Test
  void aJournalWithoutSeedsIsRefused() {
    Answer answer = Answer.to("prove", "exp", "--journal", file.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .isEqualTo(
            """
            --journal %s: it keeps a run over seeds, and none is asked for
            give the number of seeds too, as --seeds 1000"""
                .formatted(file));
    assertThat(file).doesNotExist();
  }

  @Test
  void onATerminalTheTimeThatIsLeftIsShown() {
    StringWriter err = new StringWriter();
    Main.runOnTerminal(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        "prove",
        "exp",
        "--seeds",
        "4");
    assertThat(err.toString())
        .matches(
            "(?s)\rseeds \\[#######-----------------------]  25%, \\d+ s left.*"
                + "seeds \\[##############################] 100%, 0 s left *\r *\r");
  }

  private String run(int seeds) {
    Answer answer = answer(seeds);
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer.out();
  }

  private Answer answer(int seeds) {
    return Answer.to("prove", "exp", "mul", "--seeds", "" + seeds, "--journal", file.toString());
  }
}
