package org.gradus.whole.proofs.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.whole.proofs.mutation.Survivors.Reason;
import org.junit.jupiter.api.Test;

/**
 * The verdict on a run of the profile {@code mutation}: at least nine mutants in ten are killed in
 * every package, and those that survive are the listed ones.
 *
 * <p>Only this profile runs it. It reads every {@code mutations.xml} below {@code
 * target/mutations}, so the bundles may have been mutated one by one. It writes the evidence that
 * {@code gradus prove} shows, {@code proofs-tests/evidence/mutations.json}, and to {@code
 * target/mutations/survivors.csv} the list as it would have to be.
 */
// [proof->check~mutation-score~1]
class MutationScore {
  private static final String COMMAND = "mvn -Pquick,mutation verify";
  private static final Path ROOT = Path.of(System.getProperty("gradus.root"));
  private static final Path RUN = ROOT.resolve("target/mutations");
  private static final Path EVIDENCE = ROOT.resolve("proofs-tests/evidence");

  /** What the executions of PIT in the modules of proofs are called. */
  private static final List<String> TARGETS = List.of("kernels", "operations", "learn", "check");

  @Test
  void theSurvivorsAreTheListedOnes() throws IOException {
    List<Path> reports = reports();
    List<Mutant> mutants = Mutant.read(reports, sources());
    Survivors survivors = Survivors.read(EVIDENCE.resolve("survivors.csv"));
    Files.writeString(
        EVIDENCE.resolve("mutations.json"),
        new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(evidence(oldest(reports), mutants, survivors))
            + "\n");
    Files.writeString(RUN.resolve("survivors.csv"), survivors.listOf(mutants));
    assertThat(TARGETS)
        .as("targets")
        .allSatisfy(target -> assertThat(RUN.resolve(target).resolve("mutations.xml")).exists());
    assertThat(survivors.faults(mutants)).as("survivors that are not as listed").isEmpty();
    assertThat(Score.of(mutants)).isNotEmpty().allMatch(Score::isHighEnough, "nine in ten killed");
  }

  private static JsonObject evidence(LocalDate date, List<Mutant> mutants, Survivors survivors) {
    JsonArray packages = new JsonArray();
    for (Score score : Score.of(mutants)) {
      JsonObject one = new JsonObject();
      one.addProperty("package", score.bundle());
      one.addProperty("mutants", score.mutants());
      one.addProperty("killed", score.killed());
      one.addProperty("timedOut", score.timedOut());
      packages.add(one);
    }
    JsonArray survived = new JsonArray();
    mutants.stream()
        .filter(mutant -> !mutant.isKilled())
        .sorted(Comparator.comparing(Mutant::place).thenComparing(Mutant::line))
        .map(mutant -> survivor(mutant, survivors))
        .forEach(survived::add);
    JsonObject evidence = new JsonObject();
    evidence.addProperty("date", date.toString());
    evidence.addProperty("command", COMMAND);
    evidence.add("packages", packages);
    evidence.add("survivors", survived);
    return evidence;
  }

  private static JsonObject survivor(Mutant mutant, Survivors survivors) {
    Reason reason = survivors.reasons().getOrDefault(mutant.place(), new Reason(0, "not listed"));
    JsonObject survivor = new JsonObject();
    survivor.addProperty("class", mutant.place().type());
    survivor.addProperty("method", mutant.place().method());
    survivor.addProperty("mutator", mutant.place().mutator());
    survivor.addProperty("line", mutant.line());
    survivor.addProperty("code", mutant.place().code());
    survivor.addProperty("reason", reason.text());
    return survivor;
  }

  private static List<Path> reports() throws IOException {
    try (Stream<Path> runs = Files.list(RUN)) {
      return runs.map(run -> run.resolve("mutations.xml")).filter(Files::exists).sorted().toList();
    }
  }

  /** The day of the oldest report: no figure is older than the evidence says. */
  private static LocalDate oldest(List<Path> reports) throws IOException {
    List<Instant> written = new ArrayList<>();
    for (Path report : reports) {
      written.add(Files.getLastModifiedTime(report).toInstant());
    }
    return LocalDate.ofInstant(
        written.stream().min(Instant::compareTo).orElseThrow(), ZoneOffset.UTC);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> bundles = Files.list(ROOT.resolve("src"))) {
      return bundles.map(bundle -> bundle.resolve("src/main/java")).filter(Files::exists).toList();
    }
  }
}
