package org.gradus.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a command writes to. */
final class Folders {

  private Folders() {}

  /**
   * Looks for a file where the folder, or one above it, must be, and whether it can be written.
   *
   * @param option the option that names it
   * @throws UsageException if it cannot be made or written to
   */
  static void require(String option, Path given) {
    for (Path path = given; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        if (!Files.isDirectory(path)) {
          throw UsageException.folderIsFile(option, given, path);
        }
        if (!Files.isWritable(path)) {
          throw UsageException.unwritableFolder(option, given, path);
        }
        return;
      }
    }
  }
}
