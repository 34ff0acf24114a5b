package org.gradus.whole.proofs.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A link or an image of a page.
 *
 * @param page where it stands
 * @param index its line, from 0
 * @param target where it leads
 */
record Link(Page page, int index, String target) {

  /** Tells why a link within the project leads nowhere; empty where it leads somewhere. */
  Optional<String> fault() throws IOException {
    if (target.matches("[a-z]+:.*")) {
      return Optional.empty();
    }
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file = path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    if (Files.notExists(file)) {
      return Optional.of(report("no such file"));
    }
    if (hash < 0 || !file.toString().endsWith(".md")) {
      return Optional.empty();
    }
    Page other = new Page(page.root(), file, Files.readAllLines(file));
    return other.anchors().contains(target.substring(hash + 1))
        ? Optional.empty()
        : Optional.of(report("no such heading there; it has " + other.anchors()));
  }

  private String report(String why) {
    return "%s: the link to %s leads nowhere: %s".formatted(page.at(index), target, why);
  }
}
