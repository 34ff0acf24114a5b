package org.gradus.check.jqwik;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.check.Report;

/** What the contracts of this run have seen, one report an operation. */
final class Evidence {
  private static final Path FOLDER =
      Path.of(System.getProperty("gradus.evidence", "target/evidence/operations"));
  private static final Map<String, Report> REPORTS = new TreeMap<>();

  private Evidence() {}

  static synchronized void add(String id, Report report) {
    Report named = report.named(id);
    REPORTS.merge(id, named, Report::plus);
  }

  static synchronized void write() {
    try {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, Report> entry : REPORTS.entrySet()) {
        Files.writeString(FOLDER.resolve(entry.getKey() + ".json"), entry.getValue().json() + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("evidence could not be written to " + FOLDER, e);
    }
  }
}
