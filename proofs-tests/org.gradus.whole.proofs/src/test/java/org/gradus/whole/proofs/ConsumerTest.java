package org.gradus.whole.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The project proofs-tests/consumer, of somebody who uses the checks and none of our tensors,
 * builds and passes its tests with our jars as they were built and with nothing else of ours.
 *
 * <p>It is copied below target and built by a Maven of its own, which sees no reactor and no class
 * folder. Its local repository holds the jars of the checks and fetches everything else from the
 * one of this build, by file and never over a network.
 */
// [proof->check~alone~1]
class ConsumerTest {

  private static final List<String> BUNDLES =
      List.of("org.gradus.check", "org.gradus.check.junit", "org.gradus.check.jqwik");
  private static final String VERSION = System.getProperty("gradus.version");
  private static final Path SOURCE = Project.ROOT.resolve("proofs-tests/consumer");
  private static final Path COPY = Project.built(Project.HERE, "consumer");
  private static final Path REPOSITORY = Project.built(Project.HERE, "consumer-repository");
  private static final Pattern RAN =
      Pattern.compile("<testsuite [^>]*?\\btests=\"([1-9]\\d*)\" errors=\"0\" skipped=\"0\"");

  @Test
  void aProjectWithoutOurTensorsChecksItsGradients() throws IOException, InterruptedException {
    delete(COPY);
    delete(REPOSITORY.resolve("org/gradus"));
    copy(SOURCE.resolve("pom.xml"), COPY.resolve("pom.xml"));
    copy(SOURCE.resolve("src"), COPY.resolve("src"));
    publish();
    Path settings = Files.writeString(COPY.resolve("settings.xml"), settings());
    Path log = COPY.resolve("log.txt");
    int exit = build(settings, log);
    assertThat(exit).as("exit code of the consumer's build%n%s", Files.readString(log)).isZero();
    for (String test : tests()) {
      String report = Files.readString(COPY.resolve("target/surefire-reports/TEST-" + test));
      Matcher suite = RAN.matcher(report);
      assertThat(suite.find()).as("tests of %s ran", test).isTrue();
    }
  }

  /** Lays the jars and their poms where Maven looks for them. */
  private static void publish() throws IOException {
    copy(Project.ROOT.resolve("pom.xml"), published("gradus", ".pom"));
    for (String bundle : BUNDLES) {
      Path folder = Project.ROOT.resolve("src").resolve(bundle);
      copy(folder.resolve("pom.xml"), published(bundle, ".pom"));
      copy(Project.built(folder, bundle + "-" + VERSION + ".jar"), published(bundle, ".jar"));
    }
  }

  private static Path published(String artifact, String extension) {
    return REPOSITORY.resolve(
        "org/gradus/%s/%s/%s-%s%s".formatted(artifact, VERSION, artifact, VERSION, extension));
  }

  /** A local repository has no checksums, so that none are asked for. */
  private static String settings() {
    return """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors>
            <mirror>
              <id>this-build</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
          <profiles>
            <profile>
              <id>no-checksums</id>
              <repositories>
                <repository>
                  <id>central</id>
                  <url>https://repo.maven.apache.org/maven2</url>
                  <releases>
                    <checksumPolicy>ignore</checksumPolicy>
                  </releases>
                </repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository>
                  <id>central</id>
                  <url>https://repo.maven.apache.org/maven2</url>
                  <releases>
                    <checksumPolicy>ignore</checksumPolicy>
                  </releases>
                </pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>no-checksums</activeProfile>
          </activeProfiles>
        </settings>
        """
        .formatted(
            REPOSITORY.toAbsolutePath(), Path.of(System.getProperty("gradus.repository")).toUri());
  }

  private static int build(Path settings, Path log) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    Path maven = Path.of(System.getProperty("gradus.maven"), "bin", windows ? "mvn.cmd" : "mvn");
    String given = settings.toAbsolutePath().toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                maven.toString(),
                "-B",
                "-ntp",
                "-o",
                "-Daether.offline.protocols=file",
                "-s",
                given,
                "-gs",
                given,
                "test")
            .directory(COPY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -Xmx512m");
    Process process = builder.start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the consumer's build did not end: see " + log);
    }
    return process.exitValue();
  }

  /** Lists the names of its test classes. */
  private static List<String> tests() throws IOException {
    Path folder = SOURCE.resolve("src/test/java");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(name -> name.matches(".*(Test|Properties)\\.java"))
          .map(name -> name.replaceAll("\\.java$", ".xml").replaceAll("[/\\\\]", "."))
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
