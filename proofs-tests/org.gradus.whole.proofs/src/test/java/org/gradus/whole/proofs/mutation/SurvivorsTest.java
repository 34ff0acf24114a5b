package org.gradus.whole.proofs.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gradus.whole.proofs.mutation.Mutant.Place;
import org.gradus.whole.proofs.mutation.Mutant.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples of the verdict on a mutation run. */
// [proof->check~mutation-score~1]
class SurvivorsTest {
  private static final String MUTATION =
      """
      <mutation detected='%s' status='%s' numberOfTestsRun='3'><sourceFile>Sine.java</sourceFile>\
      <mutatedClass>a.b.Sine</mutatedClass><mutatedMethod>of</mutatedMethod>\
      <methodDescription>(D)D</methodDescription><lineNumber>%d</lineNumber>\
      <mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator>\
      <killingTest/><description/></mutation>
      """;
  private static final Place PLACE = new Place("a.b.Sine", "of", "Math", "return x * \"two\", 2;");
  private static final String HEADER = "class,method,mutator,code,count,reason\n";
  private static final String LISTED =
      "a.b.Sine,of,Math,\"return x * \"\"two\"\", 2;\",1,it makes no difference\n";

  @TempDir private Path folder;

  @Test
  void aReportIsReadBesideTheSource() throws IOException {
    source("\n\n  return x * \"two\", 2;  \n");
    assertThat(mutants(killed(3), survived(3), stopped(3)))
        .containsExactly(
            new Mutant(PLACE, 3, Verdict.FAILED),
            new Mutant(PLACE, 3, Verdict.SURVIVED),
            new Mutant(PLACE, 3, Verdict.TIMED_OUT));
  }

  @Test
  void theLaterReportOfAFileCounts() throws IOException {
    source("return x * \"two\", 2;\n");
    Path later = report("later.xml", killed(1));
    Path sooner = report("sooner.xml", survived(1), survived(1));
    Files.setLastModifiedTime(later, FileTime.from(Instant.now().plusSeconds(2)));
    Files.setLastModifiedTime(sooner, FileTime.from(Instant.now().plusSeconds(1)));
    assertThat(Mutant.read(List.of(later, sooner), sources()))
        .containsExactly(new Mutant(PLACE, 1, Verdict.FAILED));
  }

  @Test
  void aFileThatHasChangedIsJudgedAnew() throws IOException {
    Path report = report("mutations.xml", survived(1));
    source("return x * \"two\", 2;\n");
    Files.setLastModifiedTime(report, FileTime.from(Instant.now().minusSeconds(60)));
    assertThatThrownBy(() -> Mutant.read(List.of(report), sources()))
        .isInstanceOf(IOException.class)
        .hasMessage("a/b/Sine.java has changed since its mutants were judged");
  }

  @Test
  void aFileThatIsGoneHasNoMutants() throws IOException {
    assertThat(Mutant.read(List.of(report("mutations.xml", survived(1))), sources())).isEmpty();
  }

  @Test
  void aPlaceIsTheSameOnAnotherLine() throws IOException {
    source("  return x * \"two\", 2;\n");
    assertThat(faults(HEADER + LISTED, survived(1))).isEmpty();
    source("\n/** Above. */\n    return x * \"two\", 2;\n");
    assertThat(faults(HEADER + LISTED, survived(3))).isEmpty();
  }

  @Test
  void aSurvivorThatIsNotListedIsAFault() throws IOException {
    source("return x * \"two\", 2;\n");
    String other = HEADER + "a.b.Sine,of,Math,other,0,none\n";
    assertThat(faults(other, survived(1)))
        .containsExactly("a.b.Sine.of, Math: return x * \"two\", 2;\n  1 survive, 0 listed");
    assertThat(faults(HEADER + LISTED, survived(1), survived(1)))
        .containsExactly("a.b.Sine.of, Math: return x * \"two\", 2;\n  2 survive, 1 listed");
  }

  @Test
  void aListedOneThatIsKilledOrGoneIsAFault() throws IOException {
    source("return x * \"two\", 2;\nanother\n");
    List<String> stale =
        List.of("a.b.Sine.of, Math: return x * \"two\", 2;\n  0 survive, 1 listed");
    assertThat(faults(HEADER + LISTED, killed(1))).isEqualTo(stale);
    assertThat(faults(HEADER + LISTED, killed(2))).isEqualTo(stale);
  }

  @Test
  void eachHasAReason() throws IOException {
    source("return x * \"two\", 2;\n");
    assertThat(faults(HEADER + LISTED.replace("it makes no difference", ""), survived(1)))
        .containsExactly("a.b.Sine.of, Math: return x * \"two\", 2;\n  no reason");
  }

  @Test
  void theListOfARunKeepsTheReasonsThatAreKnown() throws IOException {
    source("return x * \"two\", 2;\nother\n");
    Path file = Files.writeString(folder.resolve("survivors.csv"), HEADER + LISTED);
    List<Mutant> mutants = mutants(survived(1), survived(2), survived(2), killed(2));
    String list = Survivors.read(file).listOf(mutants);
    assertThat(list)
        .isEqualTo(
            """
            class,method,mutator,code,count,reason
            "a.b.Sine","of","Math","other",2,""
            "a.b.Sine","of","Math","return x * ""two"", 2;",1,"it makes no difference"
            """);
    assertThat(Survivors.read(Files.writeString(file, list)).faults(mutants))
        .containsExactly("a.b.Sine.of, Math: other\n  no reason");
  }

  @Test
  void nineInTenOfAPackageAreKilled() throws IOException {
    source("return x * \"two\", 2;\n");
    String[] ten = new String[10];
    Arrays.fill(ten, killed(1));
    ten[0] = survived(1);
    ten[1] = stopped(1);
    assertThat(Score.of(mutants(ten))).containsExactly(new Score("a.b", 10, 9, 1));
    assertThat(new Score("a.b", 10, 9, 0).isHighEnough()).isTrue();
    assertThat(new Score("a.b", 1000, 899, 0).isHighEnough()).isFalse();
  }

  @Test
  void aPlaceIsListedOnce() throws IOException {
    Path list = Files.writeString(folder.resolve("survivors.csv"), HEADER + LISTED + LISTED);
    assertThatThrownBy(() -> Survivors.read(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.b.Sine.of, Math: return x * \"two\", 2; is listed twice in " + list);
  }

  private List<String> faults(String list, String... mutations) throws IOException {
    Path file = Files.writeString(folder.resolve("survivors.csv"), list);
    return Survivors.read(file).faults(mutants(mutations));
  }

  private void source(String text) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("source/a/b")).resolve("Sine.java"), text);
  }

  private List<Mutant> mutants(String... mutations) throws IOException {
    return Mutant.read(List.of(report("mutations.xml", mutations)), sources());
  }

  private Path report(String name, String... mutations) throws IOException {
    Path report = folder.resolve(name);
    Files.writeString(report, "<mutations>" + String.join("", mutations) + "</mutations>");
    return report;
  }

  private List<Path> sources() {
    return List.of(folder, folder.resolve("source"));
  }

  private static String killed(int line) {
    return MUTATION.formatted("true", "KILLED", line);
  }

  private static String stopped(int line) {
    return MUTATION.formatted("true", "TIMED_OUT", line);
  }

  private static String survived(int line) {
    return MUTATION.formatted("false", "NO_COVERAGE", line);
  }
}
