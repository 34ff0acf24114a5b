package org.gradus.whole.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The project on disk, where the build says it lies. */
final class Project {

  /** The folder of the aggregator pom. */
  static final Path ROOT = Path.of(System.getProperty("gradus.root"));

  /** The folder of this module. */
  static final Path HERE = Path.of("").toAbsolutePath();

  private static final Path TARGET = HERE.relativize(Path.of(System.getProperty("gradus.build")));

  private Project() {}

  /** Lists the folders of the bundles, in the order of their names. */
  static List<Path> bundles() {
    return folders(ROOT.resolve("src"), folder -> true);
  }

  /** Lists the folders of the modules of proofs, in the order of their names. */
  static List<Path> proofs() {
    return folders(ROOT.resolve("proofs-tests"), folder -> folder.toString().endsWith(".proofs"));
  }

  /** Names a file that the build of a module makes. */
  static Path built(Path module, String name) {
    return module.resolve(TARGET).resolve(name);
  }

  /** Names a path as it is written in docs: from the root on, with slashes. */
  static String name(Path path) {
    return ROOT.relativize(path).toString().replace('\\', '/');
  }

  private static List<Path> folders(Path parent, Predicate<Path> wanted) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
