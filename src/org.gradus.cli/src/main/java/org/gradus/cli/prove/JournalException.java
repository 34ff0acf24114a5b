package org.gradus.cli.prove;

import java.io.IOException;
import java.nio.file.Path;

/** A journal that cannot be gone on with; the message says why, and what helps. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private JournalException(String message) {
    super(message);
  }

  static JournalException unusable(Path file, IOException cause) {
    return new JournalException(
        "--journal %s: a file that can be written to must be given, and this can not\n"
                .formatted(file)
            + "  cause  %s\nname another file".formatted(cause));
  }

  static JournalException folder(Path file) {
    return new JournalException(
        "--journal %s: a file must be given, and this is a folder\n".formatted(file)
            + "name a file in it, as "
            + file.resolve("journal.jsonl"));
  }

  static JournalException noFolder(Path file) {
    return new JournalException(
        "--journal %s: the folder of the file must exist, and it does not\n".formatted(file)
            + "make it, or name a file elsewhere");
  }

  static JournalException busy(Path file) {
    return new JournalException(
        "--journal %s: one run at a time may write it, and another one does\n".formatted(file)
            + "wait for its end, or name another file");
  }

  static JournalException other(Path file, String head, String found) {
    return new JournalException(
        "--journal %s: it must be the journal of a run like this, and is of another\n"
                .formatted(file)
            + "  this   %s\n  found  %s\nname another file".formatted(head, shortened(found)));
  }

  static JournalException malformed(Path file, int line, String expected, String found) {
    return new JournalException(
        "--journal %s: line %d must be that of %s, and is not\n".formatted(file, line, expected)
            + "  found  %s\nname another file".formatted(shortened(found)));
  }

  private static String shortened(String line) {
    return line.length() <= 200 ? line : line.substring(0, 200) + " …";
  }
}
