package org.gradus.cli.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the code, the proof and the page of each operation lie, where the command runs inside the
 * project.
 *
 * @param root the folder of the project; empty elsewhere
 * @param places by the id of the operation
 */
public record ProjectFiles(Optional<Path> root, Map<String, Place> places) {
  private static final Pattern CONTRACT = Pattern.compile("super\\(\"([^\"]+)\"\\)");
  private static final Pattern CLAIM = Pattern.compile("// \\[impl->(op~[^\\]]+)]");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$");
  private static final Path OPERATIONS =
      Path.of("src/org.gradus.tensor/src/main/java/org/gradus/tensor/internal/ops");
  private static final Path PROOFS = Path.of("proofs-tests/org.gradus.tensor.proofs/src/test/java");
  private static final Path PAGE = Path.of("docs/operations.md");

  /**
   * Files of an operation, as seen from the root of the project.
   *
   * @param source its code
   * @param proof its proof
   * @param page section of the docs
   */
  public record Place(String source, String proof, String page) {}

  /** Files of the project that a folder lies in; none if it lies in none. */
  public static ProjectFiles around(Path start) {
    for (Path root = start.toAbsolutePath().normalize(); root != null; root = root.getParent()) {
      if (Files.isDirectory(root.resolve(OPERATIONS)) && Files.exists(root.resolve(PAGE))) {
        return new ProjectFiles(Optional.of(root), places(root));
      }
    }
    return new ProjectFiles(Optional.empty(), Map.of());
  }

  /** Files of one operation. */
  Optional<Place> of(String operation) {
    return Optional.ofNullable(places.get(operation));
  }

  /** Address of a file of the project as seen from a folder. */
  String address(Path from, String file) {
    String[] parts = file.split("#", 2);
    Path seen = root.orElseThrow().resolve(parts[0]);
    String address =
        from.toAbsolutePath().normalize().relativize(seen).toString().replace('\\', '/');
    return parts.length == 1 ? address : address + "#" + parts[1];
  }

  private static Map<String, Place> places(Path root) {
    try (Stream<Path> files = Files.walk(root.resolve(PROOFS))) {
      Map<String, String> sections = sections(Files.readString(root.resolve(PAGE)));
      Map<String, Place> places = new LinkedHashMap<>();
      for (Path proof :
          files.filter(file -> file.toString().endsWith("Properties.java")).sorted().toList()) {
        Matcher contract = CONTRACT.matcher(Files.readString(proof));
        String name = String.valueOf(proof.getFileName()).replace("Properties", "");
        Path source = root.resolve(OPERATIONS).resolve(name);
        if (contract.find() && Files.exists(source)) {
          places.put(String.valueOf(contract.group(1)), place(root, source, proof, sections));
        }
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Place place(Path root, Path source, Path proof, Map<String, String> sections)
      throws IOException {
    Matcher claim = CLAIM.matcher(Files.readString(source));
    String section = claim.find() ? sections.getOrDefault(String.valueOf(claim.group(1)), "") : "";
    return new Place(
        name(root, source),
        name(root, proof),
        name(PAGE) + (section.isEmpty() ? "" : "#" + section));
  }

  private static String name(Path root, Path file) {
    return name(root.relativize(file));
  }

  private static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** Anchor of the section that covers each item, as GitHub makes it of the heading. */
  private static Map<String, String> sections(String page) {
    Map<String, String> sections = new LinkedHashMap<>();
    String anchor = "";
    for (String line : page.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        anchor =
            String.valueOf(heading.group(1))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\- ]", "")
                .replace(' ', '-');
      } else if (line.startsWith("* op~")) {
        sections.put(line.substring(2).strip(), anchor);
      }
    }
    return sections;
  }
}
