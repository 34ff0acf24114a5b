package org.gradus.whole.proofs.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The README and the pages under docs.
 *
 * @param pages all of them
 */
record Docs(List<Page> pages) {

  /** Reads the docs of a project. */
  static Docs of(Path root) throws IOException {
    return new Docs(Page.all(root));
  }

  /** Lists every block that is not what it claims to be, or claims nothing. */
  List<String> falseBlocks() {
    return pages.stream()
        .flatMap(page -> page.blocks().stream())
        .map(Block::fault)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Lists every link and image within the project that leads nowhere. */
  List<String> deadLinks() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Page page : pages) {
      for (Link link : page.links()) {
        link.fault().ifPresent(dead::add);
      }
    }
    return dead;
  }

  /** Counts the blocks that were held against an origin. */
  long checkedBlocks() {
    return pages.stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.marker().matches("<!-- (from|output|table): .*"))
        .count();
  }

  /** Rewrites every block from its origin; one whose origin is not to be found stays. */
  void update() throws IOException {
    for (Page page : pages) {
      List<String> lines = new ArrayList<>();
      int next = 0;
      for (Block block : page.blocks()) {
        lines.addAll(page.lines().subList(next, block.open() + 1));
        lines.addAll(current(block));
        next = block.close();
      }
      lines.addAll(page.lines().subList(next, page.lines().size()));
      if (!lines.equals(page.lines())) {
        Files.write(page.file(), lines);
      }
    }
  }

  private static List<String> current(Block block) {
    try {
      return block.truth().orElseGet(block::body).stream()
          .map(line -> line.isEmpty() ? line : block.indent() + line)
          .toList();
    } catch (UntraceableException e) {
      return block.page().lines().subList(block.open() + 1, block.close());
    }
  }
}
