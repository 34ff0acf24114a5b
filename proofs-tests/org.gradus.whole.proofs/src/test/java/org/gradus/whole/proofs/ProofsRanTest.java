package org.gradus.whole.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every proof that is written down has run in this build: one the runner skipped fails it. */
class ProofsRanTest {

  /** A ratchet against properties that vanish: raise it, never lower it. */
  private static final long FEWEST_PROPERTIES = 900;

  /**
   * A proof of the class itself. Those of a class within it are material that the proofs around it
   * run; an engine runs them alone only where the class is marked as {@link #NESTED}.
   */
  private static final Pattern PROOF =
      Pattern.compile(
          "^ {2}@(Property|Example|Test|TestFactory|ParameterizedTest|RepeatedTest)\\b",
          Pattern.MULTILINE);

  private static final Pattern NESTED = Pattern.compile("^ *@(Nested|Group)\\b", Pattern.MULTILINE);

  private static final Pattern CONTRACT =
      Pattern.compile("class \\w+Properties extends \\w+Contract\\b");
  private static final Pattern SUITE =
      Pattern.compile("<testsuite [^>]*?\\btests=\"(\\d+)\" errors=\"\\d+\" skipped=\"(\\d+)\"");

  /** When this build began; older reports are left over from another one. */
  private static final Instant STARTED = Instant.parse(System.getProperty("gradus.started"));

  @Test
  void everyWrittenProofRan() throws IOException {
    List<String> holes = new ArrayList<>();
    long properties = 0;
    for (Path module : Project.proofs()) {
      if (module.equals(Project.HERE)) {
        continue; // its reports are written when it ends
      }
      for (Path source : sources(module)) {
        long written = written(source);
        Count count = count(module, source);
        if (count.ran < written || count.skipped > 0) {
          holes.add(
              "%s: %d written, %d ran, %d skipped"
                  .formatted(Project.name(source), written, count.ran, count.skipped));
        }
        if (source.toString().endsWith("Properties.java")) {
          properties += count.ran;
        }
      }
    }
    assertThat(holes).as("proofs that did not run in the build begun at %s", STARTED).isEmpty();
    assertThat(properties).as("properties that ran").isGreaterThanOrEqualTo(FEWEST_PROPERTIES);
  }

  /**
   * Counts the proofs of a class; one that inherits them all, as a contract's, has at least one.
   */
  private static long written(Path source) throws IOException {
    String text = Files.readString(source);
    assertThat(NESTED.matcher(text).find())
        .as("%s nests proofs, which are not counted", source)
        .isFalse();
    long own = PROOF.matcher(text).results().count();
    return CONTRACT.matcher(text).find() ? Math.max(own, 1) : own;
  }

  private static List<Path> sources(Path module) throws IOException {
    Path folder = module.resolve("src/test/java");
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Adds up the reports of a class and of the classes nested in it. */
  private static Count count(Path module, Path source) throws IOException {
    String type =
        module
            .resolve("src/test/java")
            .relativize(source)
            .toString()
            .replaceAll("\\.java$", "")
            .replaceAll("[/\\\\]", ".");
    Path reports = Project.built(module, "surefire-reports");
    if (Files.notExists(reports)) {
      return new Count(0, 0);
    }
    long ran = 0;
    long skipped = 0;
    try (Stream<Path> files = Files.list(reports)) {
      for (Path report : files.filter(file -> reportsOn(type, file)).toList()) {
        Matcher suite = SUITE.matcher(Files.readString(report));
        if (fresh(report) && suite.find()) {
          ran += Long.parseLong(suite.group(1)) - Long.parseLong(suite.group(2));
          skipped += Long.parseLong(suite.group(2));
        }
      }
    }
    return new Count(ran, skipped);
  }

  private static boolean reportsOn(String type, Path report) {
    String name = report.getFileName().toString();
    return name.equals("TEST-" + type + ".xml") || name.startsWith("TEST-" + type + "$");
  }

  private static boolean fresh(Path report) throws IOException {
    return !Files.getLastModifiedTime(report).toInstant().isBefore(STARTED);
  }

  private record Count(long ran, long skipped) {}
}
