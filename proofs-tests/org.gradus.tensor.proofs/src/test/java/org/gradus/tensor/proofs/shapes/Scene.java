package org.gradus.tensor.proofs.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A program with one line left open, and the lines to try there.
 *
 * @param program the program, with {@code …} in place of the line
 * @param misfits the lines
 */
record Scene(String program, List<Misfit> misfits) {

  private static final String OPEN = "…";

  /** Read a scene: the program, then the cases, blank lines between them. */
  static Scene read(String name) {
    String text = text("/mustnotcompile/" + name + ".txt");
    int start = text.indexOf("\n# ");
    List<Misfit> misfits = new ArrayList<>();
    for (String block : text.substring(start + 1).split("\n\n+")) {
      misfits.add(Misfit.parse(block.lines().toList()));
    }
    return new Scene(text.substring(0, start), misfits);
  }

  private static String text(String resource) {
    try (InputStream in = Scene.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** The program with a line in its place. */
  String with(String line) {
    return program.replace(OPEN, line);
  }

  /** Number of the open line, counted from 1. */
  int line() {
    return (int) program.substring(0, program.indexOf(OPEN)).lines().count();
  }

  /** Columns before the open place. */
  int indent() {
    int open = program.indexOf(OPEN);
    return open - program.lastIndexOf('\n', open) - 1;
  }
}
