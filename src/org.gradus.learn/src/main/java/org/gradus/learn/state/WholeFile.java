package org.gradus.learn.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Files that appear whole or not at all: written beside their place, then moved into it. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file and the folders above it; what stood there before is replaced.
   *
   * @throws UncheckedIOException if it cannot be written; the message names the file and the remedy
   */
  public static void write(Path file, byte[] content) {
    Path target = file.toAbsolutePath().normalize();
    Path folder = Optional.ofNullable(target.getParent()).orElse(target);
    if (Files.isDirectory(target)) {
      throw failure(file, new FileSystemException(file.toString(), null, "a folder stands there"));
    }
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve("." + target.getFileName() + ".part");
      try {
        Files.write(draft, content);
        move(draft, target);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static UncheckedIOException failure(Path file, IOException cause) {
    return new UncheckedIOException(
        """
        write: the file cannot be written
          file   : %s
          reason : %s
        choose a folder that can be written to"""
            .formatted(file, reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException system) {
      String reason = system.getReason();
      String place = system.getFile();
      if (reason != null) {
        return reason;
      }
      return system.getClass().getSimpleName().replace("Exception", "") + " " + place;
    }
    return String.valueOf(cause.getMessage());
  }
}
